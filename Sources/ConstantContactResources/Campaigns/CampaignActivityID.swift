public import ConstantContactCore

/// The id of a campaign's activity, which is what is edited, sent and reported on: a UUID in text.
public struct CampaignActivityID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
