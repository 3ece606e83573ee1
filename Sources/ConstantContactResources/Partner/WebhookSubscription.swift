internal import ConstantContactCore

/// A topic that the service tells a partner about.
public struct WebhookSubscription: Sendable, Hashable, Identifiable, Decodable {
  /// The topic. Empty when the service sent none; every operation refuses an empty id.
  public let id: WebhookTopicID
  /// Where it tells: an HTTPS address.
  public let callback: String?
  /// What the topic is called.
  public let name: String?
  /// What it is about.
  public let description: String?

  enum CodingKeys: String, CodingKey {
    case id = "topic_id"
    case callback = "hook_uri"
    case name = "topic_name"
    case description = "topic_description"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    callback = container[.callback]
    name = container[.name]
    description = container[.description]
  }
}
