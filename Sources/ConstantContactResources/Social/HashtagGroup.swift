internal import ConstantContactCore

/// A group of hashtags that is used again and again.
public struct HashtagGroup: Sendable, Hashable, Identifiable, Decodable {
  /// The group's id. Empty when the service sent none.
  public let id: HashtagGroupID
  /// Its name, at most 150 characters.
  public let name: String?
  /// The hashtags without their `#`, in order: at most 30 letters, digits and underscores each.
  public let hashtags: [String]
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "hashtag_group_id"
    case name = "hashtag_group_name"
    case hashtags = "hashtag_names"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    hashtags = container.array(.hashtags) ?? []
    unreadableFields = container.malformed
  }
}
