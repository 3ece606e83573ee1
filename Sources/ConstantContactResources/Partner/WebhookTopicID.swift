public import ConstantContactCore

/// The id of a webhook topic: a number in text.
public struct WebhookTopicID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An account pays for a higher tier.
  public static let tierIncrease: WebhookTopicID = "1"
  /// An account pays for a lower tier.
  public static let tierDecrease: WebhookTopicID = "2"
  /// An account was cancelled.
  public static let accountCancel: WebhookTopicID = "3"
  /// An account was disabled.
  public static let accountDisable: WebhookTopicID = "4"
}
