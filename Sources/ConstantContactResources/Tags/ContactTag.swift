public import ConstantContactCore

/// A tag.
public struct ContactTag: Sendable, Hashable, Identifiable, Decodable {
  /// The tag's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: TagID
  /// The name, 1 to 255 characters, unique in the account.
  public let name: String?
  /// Where it came from, such as the name of an integration; set at its creation only.
  public let source: String?
  /// How many contacts carry it, where that was asked for.
  public let contactsCount: Int?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "tag_id"
    case name
    case source = "tag_source"
    case contactsCount = "contacts_count"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    source = container[.source]
    contactsCount = container[.contactsCount]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
