public import ConstantContactCore

/// The id of a campaign in the retired V2 API: digits.
public struct LegacyCampaignID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
