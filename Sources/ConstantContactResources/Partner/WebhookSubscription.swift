public import ConstantContactCore

/// A topic that the service tells a partner about.
public struct WebhookSubscription: Identifiable, APIModel {
  /// The topic. Empty when the service sent none; every operation refuses an empty id.
  public var id: WebhookTopicID = ""
  /// Where it tells: an HTTPS address.
  public var callback: String?
  /// What the topic is called.
  public var name: String?
  /// What it is about.
  public var description: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("topic_id", &id)
    mapper.map("hook_uri", &callback)
    mapper.map("topic_name", &name)
    mapper.map("topic_description", &description)
  }
}
