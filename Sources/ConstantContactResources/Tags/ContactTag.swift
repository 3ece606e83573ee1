public import ConstantContactCore

/// A tag.
public struct ContactTag: Identifiable, APIModel {
  /// The tag's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: TagID = ""
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String?
  /// Where it came from, such as the name of an integration; set at its creation only.
  public var source: String?
  /// How many contacts carry it, where that was asked for.
  public var contactsCount: Int?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
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
