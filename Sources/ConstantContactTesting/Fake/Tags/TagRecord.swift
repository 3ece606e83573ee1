#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A tag as the fake stores it.
struct TagRecord: Sendable {
  let id: String
  /// Stays the same when other tags are deleted, so that pages neither skip nor repeat tags.
  let sequence: Int
  var name: String
  let source: String?
  let createdAt: Date
  var updatedAt: Date

  func json(contactsCount: Int?) -> JSON {
    var members: [String: JSON] = [
      "tag_id": .string(id), "name": .string(name), "created_at": WireDate.timestamp(createdAt),
      "updated_at": WireDate.timestamp(updatedAt),
    ]
    members["tag_source"] = source.map { .string($0) }
    members["contacts_count"] = contactsCount.map { .integer($0) }
    return .object(members)
  }
}
