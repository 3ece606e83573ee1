public import ConstantContactCore

/// A tag of contacts.
///
/// See [Get tags](https://developer.constantcontact.com/api_guide/tags_get.html).
public struct ContactTag: Identifiable, APIModel {
  /// The tag's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: TagID = ""
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String?
  /// The origin of the tag, such as the name of an integration. It is set at creation only.
  public var source: String?
  /// The number of contacts with the tag, when requested.
  public var contactsCount: Int?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("tag_id", &id)
    mapper.map("name", &name)
    mapper.map("tag_source", &source)
    mapper.map("contacts_count", &contactsCount)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
  }
}
