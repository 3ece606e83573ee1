#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A segment as the fake stores it. Its ID counts from 1 in the order of creation.
struct SegmentRecord: Sendable {
  let id: Int
  var name: String
  var criteria: String
  /// The contacts in it, as a test set them; `nil` when its criteria are evaluated.
  var members: Set<String>?
  /// How often its contacts were requested since the criteria changed; the first responses are 202.
  var requests = 0
  let createdAt: Date
  var editedAt: Date
  var deletedAt: Date?

  /// The segment in a collection, without its criteria.
  var summary: JSON {
    [
      "segment_id": .integer(id), "name": .string(name), "created_at": WireDate.timestamp(createdAt),
      "edited_at": WireDate.timestamp(editedAt),
    ]
  }

  var json: JSON {
    var members = summary.object ?? [:]
    members["segment_criteria"] = .string(criteria)
    return .object(members)
  }
}
