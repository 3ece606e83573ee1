#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An asynchronous activity as the fake stores it. Its work is done when it starts.
struct ActivityRecord: Sendable {
  enum Kind: Sendable { case listDeletion, tagDeletion }

  let id: String
  let sequence: Int
  let kind: Kind
  let createdAt: Date

  /// The response to the request that started the activity.
  var initialized: JSON {
    json(["state": "initialized", "percent_done": .integer(1), "updated_at": WireDate.timestamp(createdAt)])
  }

  /// The activity afterwards.
  var completed: JSON {
    json([
      "state": "completed", "percent_done": .integer(100), "updated_at": WireDate.timestamp(createdAt),
      "started_at": WireDate.timestamp(createdAt), "completed_at": WireDate.timestamp(createdAt),
      "status": ["items_total_count": .integer(1), "items_completed_count": .integer(1)],
    ])
  }

  private func json(_ more: [String: JSON]) -> JSON {
    .object(
      more.merging([
        "activity_id": .string(id), "created_at": WireDate.timestamp(createdAt), "activity_errors": [],
        "_links": ["self": ["href": .string("/v3/activities/\(id)")]],
      ]) { $1 })
  }
}
