public import ConstantContactCore

/// The ID of one send of an email: `"1"` for the first.
public struct CampaignSendID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
