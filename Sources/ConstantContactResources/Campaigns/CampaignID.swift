public import ConstantContactCore

/// The ID of an email campaign: a UUID.
public struct CampaignID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
