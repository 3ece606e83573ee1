internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The activities that delete lists and tags.
extension FakeConstantContact {
  private static let states = ["processing", "completed", "cancelled", "failed", "timed_out"]

  /// The API lists the activities of the last ten days.
  private static let listedDays: TimeInterval = 10 * 86_400

  func startActivity(_ kind: ActivityRecord.Kind) -> Reply {
    let activity = ActivityRecord(
      id: generator.uuid(), sequence: activityRecords.count, kind: kind, createdAt: now)
    activityRecords.append(activity)
    var headers = TransportHeaders()
    headers["Location"] = "/v3/activities/\(activity.id)"
    return Reply(202, activity.initialized, headers: headers)
  }

  func listActivities(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "activities", allowing: ["limit", "state"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    let state = query.parts("state", of: Self.states, max: 1) ?? ["completed"]
    try query.check()
    let oldest = now.addingTimeInterval(-Self.listedDays)
    let rest = activityRecords.filter { $0.sequence > after && $0.createdAt >= oldest && state == ["completed"] }
    let page = rest.prefix(limit)
    var members: [String: JSON] = ["activities": .array(page.map(\.completed))]
    addLinks(to: &members, "activities", query, after: rest.count > limit ? page.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  func getActivity(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    try checkID(id, "activity_id")
    guard let activity = activityRecords.first(where: { $0.id == id.lowercased() }) else { throw Reply.notFound() }
    return Reply(200, activity.completed)
  }
}
