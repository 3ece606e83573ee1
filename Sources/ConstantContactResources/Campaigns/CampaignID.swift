public import ConstantContactCore

/// The id of an e-mail campaign: a UUID in text.
public struct CampaignID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
