public import ConstantContactCore
public import ConstantContactTransport

/// A notification posted to a partner's callback. ``WebhookSignature/notification(in:keys:now:tolerance:check:)`` verifies and decodes it.
public struct WebhookNotification: APIModel {
  /// The URL of the plan of the account concerned.
  public var url: String?
  /// The partner's API key.
  public var apiKey: String?
  /// The type of the event, such as `tier.increase`.
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
  /// The event type, without the API key.
  public var description: String { "WebhookNotification(\(eventType ?? "no type"))" }
}
