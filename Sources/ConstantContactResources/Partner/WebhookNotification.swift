internal import ConstantContactCore
public import ConstantContactTransport

/// What the service posts to a partner's callback. Verify its ``WebhookSignature`` before you believe it.
public struct WebhookNotification: Sendable, Hashable, Decodable {
  /// Where to look: the plan of the account it is about.
  public let url: String?
  /// The partner's API key.
  public let apiKey: String?
  /// What happened, such as `tier.increase`.
  public let eventType: String?

  enum CodingKeys: String, CodingKey {
    case url
    case apiKey = "api_key"
    case eventType = "event_type"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    url = container[.url]
    apiKey = container[.apiKey]
    eventType = container[.eventType]
  }
}

extension WebhookNotification: Redacting {
  /// What happened, without the key.
  public var description: String { "WebhookNotification(\(eventType ?? "no type"))" }
}
