internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Starting, running and reading bulk activities.
extension FakeConstantContact {
  private static let states = ["processing", "completed", "cancelled", "failed", "timed_out"]

  /// The API lists the activities of the last ten days.
  private static let listedDays: TimeInterval = 10 * 86_400

  /// Starts an activity by one of the bulk operations, unless the queue is full.
  func queueActivity(_ work: ActivityWork, _ call: Call) throws -> Reply {
    runDueActivities()
    if activities.queued >= configuration.maximumQueuedActivities {
      throw Reply.service(
        429, "too_many_activities",
        "Too many requests. You exceeded \(configuration.maximumQueuedActivities) queued activities for this user account."
      )
    }
    return Reply(201, startActivity(work, path: call.path).initialized)
  }

  /// Starts an activity by the deletion of a list or tag.
  func startDeletion(_ work: ActivityWork, _ call: Call) -> Reply {
    let activity = startActivity(work, path: call.path)
    var headers = TransportHeaders()
    headers["Location"] = "/v3/activities/\(activity.id)"
    return Reply(202, activity.initialized, headers: headers)
  }

  private func startActivity(_ work: ActivityWork, path: String) -> ActivityRecord {
    let (elapsed, now) = (time.elapsed, self.now)
    let delay = max(configuration.activityDelay, .zero)
    let total = delay.saturatingAdd(max(configuration.activityDuration, .zero))
    let activity = ActivityRecord(
      id: generator.uuid(), sequence: activities.records.count, work: work, cause: cause, createdAt: now,
      starts: elapsed.saturatingAdd(delay), ends: elapsed.saturatingAdd(total),
      startedAt: now.addingTimeInterval(delay / .seconds(1)), completedAt: now.addingTimeInterval(total / .seconds(1)),
      plannedEnd: activities.takePlannedEnd(for: path))
    activities.add(activity)
    runDueActivities()
    return activity
  }

  /// Ends the activities whose time has come, each at its own time and after the campaigns before it. See ``settle()``.
  func runDueActivities() {
    guard activities.queued > 0 else { return }
    let (elapsed, outer) = (time.elapsed, cause)
    defer { (cause, pastDate) = (outer, nil) }
    while let index = activities.nextDue(at: elapsed) {
      let activity = activities.records[index]
      settleCampaigns(until: activity.completedAt)
      (cause, pastDate) = (activity.cause, activity.completedAt)
      var result = activity.plannedEnd.map(ActivityResult.init) ?? perform(activity.work)
      result.date = activity.completedAt
      activities.finish(index, result)
    }
  }

  /// Ends an activity that waits or runs, without its work.
  func endActivity(_ id: String, _ end: ActivityEnd) throws {
    guard let index = activities.index(of: id), activities.isUnfinished(index) else {
      throw EditError(description: "There is no unfinished activity with the ID \(id).")
    }
    let json = activities.records[index].json(at: time.elapsed)
    var result = ActivityResult(end)
    result.date = now
    result.percent = json["percent_done"]?.integer ?? 1
    result.hasStarted = json["started_at"] != nil
    activities.finish(index, result)
  }

  func listActivities(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "activities", allowing: ["limit", "state"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    let state = query.parts("state", of: Self.states, max: 1)?.first
    try query.check()
    let (oldest, elapsed) = (now.addingTimeInterval(-Self.listedDays), time.elapsed)
    let rest = activities.records.dropFirst(max(after, -1) == Int.max ? Int.max : max(after, -1) + 1).lazy.filter {
      $0.createdAt >= oldest && (state == nil || state == $0.state(at: elapsed))
    }
    let page = Array(rest.prefix(limit + 1))
    let rows = page.prefix(limit)
    var members: [String: JSON] = ["activities": .array(rows.map { $0.json(at: elapsed) })]
    addLinks(to: &members, "activities", query, after: page.count > limit ? rows.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  func getActivity(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    try checkID(id, "activity_id")
    guard let index = activities.index(of: id) else { throw Reply.notFound() }
    return Reply(200, activities.records[index].json(at: time.elapsed))
  }
}
