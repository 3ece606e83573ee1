public import ConstantContactCore

/// A contact list.
public struct ContactList: Identifiable, APIModel {
  /// The list's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: ListID = ""
  /// The name, at most 255 characters, unique in the account.
  public var name: String?
  /// What the list is about.
  public var description: String?
  /// Whether the account's users marked it.
  public var isFavorite: Bool?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// When it was deleted; `nil` while it is not.
  public var deletedAt: Timestamp?
  /// How many contacts are on it, where that was asked for.
  public var membershipCount: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("list_id", &id)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("favorite", &isFavorite)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
    mapper.map("deleted_at", &deletedAt)
    mapper.map("membership_count", &membershipCount)
  }
}
