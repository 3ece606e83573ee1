#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Tracking reports of emails.
///
/// | behavior | source |
/// |---|---|
/// | all reports and statistics are computed from ``emailEvents`` at the time of the request | the fake |
/// | newest first; `unique_opens` shows each contact's last open | documented |
/// | `didnotopens` leaves out contacts whose email bounced, so that it equals `em_not_opened` | assumed |
/// | tracking and links reports of a removed campaign or another role: 404 | assumed |
/// | names and `deleted_at` are the contact's current ones, the address the one that was mailed | documented; assumed |
/// | `device_type` missing when unknown | assumed |
/// | `url_id` belongs to one URL of one activity | assumed |
/// | links without clicks only with `no_clicks=true`; no click segmentation, no tags | documented; assumed |
/// | the statistics of a campaign count each contact once over primary email and resend | assumed |
/// | `em_not_opened` is sends minus opens minus bounces; `em_abuse` is 0 | documented; the fake |
/// | `click` is of openers; `open`, `did_not_open` and `unsubscribe` of emails that did not bounce | documented |
/// | percentages with one decimal | assumed |
/// | `stats/email_campaigns`: unknown or removed IDs: 404 for all; unsent ones are `errors`; above 150: 400 | documented; assumed |
/// | `stats/email_campaign_activities`: malformed IDs: 404 for all; unknown, removed, unsent ones are `errors`; above 10: 400 | documented; assumed |
/// | summaries: sent campaigns that are not removed, by `last_sent_date`; percentages of the page | documented; assumed |
/// | contact rates: the share of the activities sent to the contact in the period that it opened, and clicked | assumed |
/// | contact summaries: activities whose last send is in the period, 200 at most, one page | documented; assumed |
/// | landing pages and SMS campaigns are added by tests; an unknown landing page has no visits | the fake |
extension FakeConstantContact {
  func listTracking(_ call: Call, _ report: EmailReport, id: String) throws -> Reply {
    let activity = try sentActivity(id)
    let collection = "reports/email_reports/\(activity)/tracking/\(report.rawValue)"
    var (query, after) = try open(call, collection, allowing: report.parameters, repeatable: "bounce_code")
    let limit = query.integer("limit", default: 500, in: 1...500)
    let codes = query.parts("bounce_code", of: ["B", "D", "F", "S", "V", "X", "Z"])
    let link = query["url_id"].flatMap { Int($0) }
    if link == nil, query["url_id"] != nil { query.reject("url_id") }
    try query.check()
    let url = link.flatMap { link in emailLog.links(ofActivity: activity).first { $0.id == link }?.url ?? "" }
    let found = rows(of: report, activity).filter { index in
      let event = emailLog.events[index]
      return (after < 0 || index < after) && codes.map { $0.contains(event.bounceCode ?? "") } ?? true
        && url.map { $0 == event.link } ?? true
    }
    let page = found.prefix(limit)
    var members: [String: JSON] = ["tracking_activities": .array(page.map { row(emailLog.events[$0], report) })]
    addLinks(to: &members, collection, query, after: found.count > limit ? page.last : nil)
    // The contract requires the links of these two.
    if report == .bounces || report == .optouts, members["_links"] ?? .null == .null { members["_links"] = [:] }
    return Reply(200, .object(members))
  }

  func listLinks(_ call: Call, id: String) throws -> Reply {
    let activity = try sentActivity(id)
    var query = Query(call, allowing: ["no_clicks"])
    let showsUnclicked = query.flag("no_clicks")
    try query.check()
    var clickers: [String: Set<String>] = [:]
    for index in emailLog.indices(ofActivity: activity) {
      let event = emailLog.events[index]
      if let link = event.link { clickers[link, default: []].insert(event.contact) }
    }
    let rows = emailLog.links(ofActivity: activity).compactMap { id, url -> JSON? in
      let count = clickers[url]?.count ?? 0
      if count == 0, !showsUnclicked { return nil }
      return ["link_url": .string(url), "url_id": .string(String(id)), "unique_clicks": .integer(count)]
    }
    return Reply(200, ["campaign_activity_id": .string(activity), "link_click_counts": .array(rows)])
  }

  /// Returns the positions of a report's events, newest first.
  private func rows(of report: EmailReport, _ activity: String) -> [Int] {
    let indices = emailLog.indices(ofActivity: activity).reversed().filter { emailLog.events[$0].kind == report.kind }
    switch report {
    case .uniqueOpens:
      var seen: Set<String> = []
      return indices.filter { seen.insert(emailLog.events[$0].contact).inserted }
    case .didnotopens:
      let others = emailLog.contacts(of: .open, inActivity: activity)
        .union(emailLog.contacts(of: .bounce, inActivity: activity))
      return indices.filter { !others.contains(emailLog.events[$0].contact) }
    default: return indices
    }
  }

  private func row(_ event: EmailEvent, _ report: EmailReport) -> JSON {
    let contact = contacts[event.contact]
    var members: [String: JSON] = [
      "contact_id": .string(event.contact), "campaign_activity_id": .string(event.activity),
      "tracking_activity_type": .string(report.type), "email_address": .string(event.address),
      "created_time": WireDate.milliseconds(event.date),
    ]
    members["first_name"] = contact?.core["first_name"]
    members["last_name"] = contact?.core["last_name"]
    members["deleted_at"] = contact?.deletedAt.map(WireDate.day)
    members["device_type"] = event.device.map { .string($0) }
    if let link = event.link {
      members["link_url"] = .string(link)
      members["url_id"] = emailLog.linkID(of: link, inActivity: event.activity).map { .string(String($0)) }
    }
    members["opt_out_reason"] = event.optOutReason.map { .string($0) }
    if let code = event.bounceCode {
      members["bounce_code"] = .string(code)
      members["current_email_address"] = contact?.email.map { .string($0.address) }
    }
    return .object(members)
  }

  private func sentActivity(_ id: String) throws -> String {
    let (_, role) = try campaignActivity(id)
    if role == .permalink { throw Reply.notFound() }
    return id.lowercased()
  }

  /// Reads a collection's parameters, one of which may be repeated, or those its cursor carries.
  func open(
    _ call: Call, _ collection: String, allowing names: Set<String>, repeatable: String
  ) throws -> (query: Query, after: Int) {
    let values = call.query.filter { $0.name == repeatable }.map(\.value)
    let hasCursor = call.query.contains { $0.name == "cursor" }
    if values.isEmpty || hasCursor || !call.hasValidQuery { return try open(call, collection, allowing: names) }
    let others = call.query.filter { $0.name != repeatable }
    return (Query(others + [(repeatable, values.joined(separator: ","))], allowing: names), -1)
  }
}
