public import ConstantContactCore
public import ConstantContactTransport

/// What the service posts to a partner's callback. Verify its ``WebhookSignature`` before you believe it.
public struct WebhookNotification: APIModel {
  /// Where to look: the plan of the account it is about.
  public var url: String?
  /// The partner's API key.
  public var apiKey: String?
  /// What happened, such as `tier.increase`.
  public var eventType: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("url", &url)
    mapper.map("api_key", &apiKey)
    mapper.map("event_type", &eventType)
  }
}

extension WebhookNotification: Redacting {
  /// What happened, without the key.
  public var description: String { "WebhookNotification(\(eventType ?? "no type"))" }
}
