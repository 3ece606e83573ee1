public import ConstantContactCore

/// A contact list.
public struct ContactList: Sendable, Hashable, Identifiable, Decodable {
  /// The list's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: ListID
  /// The name, at most 255 characters, unique in the account.
  public let name: String?
  /// What the list is about.
  public let description: String?
  /// Whether the account's users marked it.
  public let isFavorite: Bool?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// When it was deleted; `nil` while it is not.
  public let deletedAt: Timestamp?
  /// How many contacts are on it, where that was asked for.
  public let membershipCount: Int?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "list_id"
    case name
    case description
    case isFavorite = "favorite"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case deletedAt = "deleted_at"
    case membershipCount = "membership_count"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    description = container[.description]
    isFavorite = container[.isFavorite]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    deletedAt = container[.deletedAt]
    membershipCount = container[.membershipCount]
    unreadableFields = container.malformed
  }
}
