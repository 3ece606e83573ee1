public import ConstantContactCore

/// The ID of a webhook topic: digits.
public struct WebhookTopicID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An account moved to a higher price tier.
  public static let tierIncrease: WebhookTopicID = "1"
  /// An account moved to a lower price tier.
  public static let tierDecrease: WebhookTopicID = "2"
  /// An account was canceled.
  public static let accountCancel: WebhookTopicID = "3"
  /// An account was disabled.
  public static let accountDisable: WebhookTopicID = "4"
}
