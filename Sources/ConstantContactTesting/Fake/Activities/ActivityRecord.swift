#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An asynchronous activity as the fake stores it. Its work is done when it ends.
struct ActivityRecord: Sendable {
  let id: String
  let sequence: Int
  let work: ActivityWork
  /// What caused the activity; its changes have the same cause.
  let cause: FakeConstantContact.LogEntry.Cause
  let createdAt: Date
  /// The clock's elapsed times at which the activity leaves the queue and ends.
  let starts: Duration
  let ends: Duration
  let startedAt: Date
  let completedAt: Date
  /// How it ends, when a test planned that.
  let plannedEnd: FakeConstantContact.ActivityEnd?
  /// The result, once it has ended.
  var result: ActivityResult?

  /// The response to the request that started the activity.
  var initialized: JSON {
    json(["state": "initialized", "percent_done": .integer(1), "updated_at": WireDate.timestamp(createdAt)])
  }

  /// The name of the state at a time.
  func state(at elapsed: Duration) -> String {
    result?.state ?? (elapsed < starts ? "initialized" : "processing")
  }

  /// The activity at a time.
  func json(at elapsed: Duration) -> JSON {
    guard let result else {
      if elapsed < starts { return initialized }
      // The whole is never zero: an activity of no duration has ended.
      let part = (elapsed - starts) / max(ends - starts, .nanoseconds(1))
      return json([
        "state": "processing", "percent_done": .integer(1 + Int(98 * min(max(part, 0), 1))),
        "started_at": WireDate.timestamp(startedAt), "updated_at": WireDate.timestamp(startedAt),
      ])
    }
    var members: [String: JSON] = [
      "state": .string(result.state), "percent_done": .integer(result.state == "completed" ? 100 : result.percent),
      "updated_at": WireDate.timestamp(result.date), "completed_at": WireDate.timestamp(result.date),
      "activity_errors": .array(result.errors.map { .string($0) }),
    ]
    if result.hasStarted { members["started_at"] = WireDate.timestamp(min(startedAt, result.date)) }
    if !result.counts.isEmpty { members["status"] = .object(result.counts.mapValues { .integer($0) }) }
    return json(members)
  }

  private func json(_ more: [String: JSON]) -> JSON {
    var links: [String: JSON] = ["self": ["href": .string("/v3/activities/\(id)")]]
    var members: [String: JSON] = [
      "activity_id": .string(id), "created_at": WireDate.timestamp(createdAt), "activity_errors": [],
    ]
    if case .export = work { links["results"] = ["href": .string("/v3/contact_exports/\(id)")] }
    if case .importContacts(let file) = work { members["source_file_name"] = file.name.map { .string($0) } }
    members["_links"] = .object(links)
    return .object(members.merging(more) { $1 })
  }
}
