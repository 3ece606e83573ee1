#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A contact list as the fake stores it.
struct ListRecord: Sendable {
  let id: String
  var name: String
  var details: String?
  var isFavorite = false
  let createdAt: Date
  var updatedAt: Date
  var deletedAt: Date?

  /// The list as the API returns it; without a description it has no such member.
  func json(membershipCount: Int?) -> JSON {
    var members: [String: JSON] = [
      "list_id": .string(id),
      "name": .string(name),
      "favorite": .bool(isFavorite),
      "created_at": WireDate.timestamp(createdAt),
      "updated_at": WireDate.timestamp(updatedAt),
    ]
    members["description"] = details.map { .string($0) }
    members["deleted_at"] = deletedAt.map(WireDate.timestamp)
    members["membership_count"] = membershipCount.map { .integer($0) }
    return .object(members)
  }
}
