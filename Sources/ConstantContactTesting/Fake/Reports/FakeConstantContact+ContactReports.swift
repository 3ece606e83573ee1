#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reports of a contact.
extension FakeConstantContact {
  private static let activityTypes: [EmailEvent.Kind: String] = [
    .send: "em_sends", .open: "em_opens", .click: "em_clicks", .bounce: "em_bounces", .optOut: "em_optouts",
    .forward: "em_forwards",
  ]

  func listContactActivities(_ call: Call, id: String) throws -> Reply {
    let contact = try contact(id)
    let collection = "reports/contact_reports/\(contact.id)/activity_details"
    var (query, after) = try open(
      call, collection,
      allowing: ["tracking_activities_list", "tracking_activity_type", "include_campaign_activity_names", "limit"],
      repeatable: "tracking_activity_type")
    let limit = query.integer("limit", default: 100, in: 1...100)
    let known = Self.activityTypes.values + LandingPageVisit.Kind.allCases.compactMap(\.activityType)
    let list = query.parts("tracking_activities_list", of: known)
    let types = query.parts("tracking_activity_type", of: known)
    let names = query["include_campaign_activity_names"] == nil || query.flag("include_campaign_activity_names")
    if (list == nil) == (types == nil) { query.reject("tracking_activities_list") }
    try query.check()
    let wanted = (list ?? []).union(types ?? [])
    let rows = trackedRows(of: contact.id).enumerated().filter { (after < 0 || $0 < after) && wanted.contains($1.type) }
    let page = rows.suffix(limit).reversed()
    var members: [String: JSON] = [
      "tracking_activities": .array(
        page.map { _, row in
          var members: [String: JSON] = [
            "contact_id": .string(contact.id), "campaign_activity_id": .string(row.activity),
            "created_time": WireDate.milliseconds(row.date), "tracking_activity_type": .string(row.type),
          ]
          if names { members["campaign_activity_name"] = row.name.map { .string($0) } }
          return .object(members)
        })
    ]
    addLinks(to: &members, collection, query, after: rows.count > limit ? page.last?.offset : nil)
    return Reply(200, .object(members))
  }

  func getContactRates(_ call: Call, id: String) throws -> Reply {
    let contact = try contact(id)
    let groups = try emails(to: contact.id, in: try period(call, years: 5))
    func rate(_ kind: EmailEvent.Kind) -> JSON {
      let count = groups.count { group in group.events.contains { $0.kind == kind } }
      return .number(groups.isEmpty ? 0 : Double(count) / Double(groups.count))
    }
    return Reply(
      200,
      [
        "contact_id": .string(contact.id), "included_activities_count": .integer(groups.count),
        "average_open_rate": rate(.open), "average_click_rate": rate(.click),
      ])
  }

  func summarizeContact(_ call: Call, id: String) throws -> Reply {
    let contact = try contact(id)
    let rows = try emails(to: contact.id, in: try period(call, years: nil)).prefix(200).map { group -> JSON in
      func count(_ kind: EmailEvent.Kind) -> JSON { .integer(group.events.count { $0.kind == kind }) }
      return [
        "campaign_activity_id": .string(group.activity), "start_on": WireDate.milliseconds(group.sentAt),
        "em_sends": count(.send), "em_opens": count(.open), "em_clicks": count(.click), "em_bounces": count(.bounce),
        "em_forwards": count(.forward), "em_unsubscribes": count(.optOut),
      ]
    }
    var members: [String: JSON] = ["contact_id": .string(contact.id), "campaign_activities": .array(rows)]
    addLinks(to: &members, "", Query(call, allowing: ["start", "end"]), after: nil)
    return Reply(200, .object(members))
  }

  private struct Row {
    let date: Date
    let type: String
    let activity: String
    let name: String?
  }

  /// Returns all that a contact did with emails and landing pages, oldest first.
  private func trackedRows(of contact: String) -> [Row] {
    let emails = emailLog.indices(ofContact: contact).map { index in
      let event = emailLog.events[index]
      let name = campaigns.activity(event.activity).map { campaigns[$0.index].name }
      return Row(date: event.date, type: Self.activityTypes[event.kind] ?? "", activity: event.activity, name: name)
    }
    let visits = landingPages.visits(of: contact, until: now).compactMap { page, visit in
      visit.kind.activityType.map { Row(date: visit.date, type: $0, activity: page.id, name: page.name) }
    }
    return (emails + visits).sorted { $0.date < $1.date }
  }

  private struct Group {
    let activity: String
    let sentAt: Date
    let events: [EmailEvent]
  }

  /// Returns the activities whose last send to a contact is in a period, newest first.
  private func emails(to contact: String, in period: ClosedRange<Date>) throws -> [Group] {
    let events = emailLog.indices(ofContact: contact).map { emailLog.events[$0] }
    return Dictionary(grouping: events, by: \.activity).compactMap { activity, events -> Group? in
      guard let date = events.filter({ $0.kind == .send }).map(\.date).max(), period.contains(date) else { return nil }
      return Group(activity: activity, sentAt: date, events: events)
    }
    .sorted { ($0.sentAt, $0.activity) > ($1.sentAt, $1.activity) }
  }

  private func period(_ call: Call, years: Double?) throws -> ClosedRange<Date> {
    var query = Query(call, allowing: ["start", "end"])
    query.require("start")
    query.require("end")
    let (start, end) = (query.reportDate("start"), query.reportDate("end"))
    try query.check()
    guard let start, let end, start <= end else { throw Reply.invalid(["start does not have a valid value"]) }
    if let years, end.timeIntervalSince(start) > years * 366 * 86_400 {
      throw Reply.invalid(["the range of start and end exceeds five years"])
    }
    return start...end
  }
}

extension Query {
  /// Reads a date whose offset may lack the colon, such as `2019-01-01T00:00:00-0500`.
  mutating func reportDate(_ name: String) -> Date? {
    guard var text = self[name] else { return nil }
    let end = text.suffix(5)
    if text.utf8.count > 15, let sign = end.first, sign == "+" || sign == "-", end.dropFirst().allSatisfy(\.isNumber) {
      text = text.dropLast(2) + ":" + text.suffix(2)
    }
    let date = WireDate.parse(text)
    if date == nil { reject(name) }
    return date
  }
}
