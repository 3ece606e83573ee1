public import ConstantContactCore

/// The ID of a campaign in the retired V2 API: digits.
public struct LegacyCampaignID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
