public import ConstantContactCore

/// A webhook subscription of a partner.
public struct WebhookSubscription: Identifiable, APIModel {
  /// The topic's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: WebhookTopicID = ""
  /// The HTTPS URL that is notified.
  public var callback: String?
  /// The name of the topic.
  public var name: String?
  /// The description.
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
