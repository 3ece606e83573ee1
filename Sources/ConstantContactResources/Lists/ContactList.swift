public import ConstantContactCore

/// A contact list.
///
/// See [Lists overview](https://developer.constantcontact.com/api_guide/lists_overview.html).
public struct ContactList: Identifiable, APIModel {
  /// The list's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: ListID = ""
  /// The name, at most 255 characters, unique in the account.
  public var name: String?
  /// The description.
  public var description: String?
  /// Whether the account's users marked the list as a favorite.
  public var isFavorite: Bool?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The date of deletion; `nil` for a list that is not deleted.
  public var deletedAt: Timestamp?
  /// The number of contacts on the list, when requested.
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
