#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Events.
///
/// | behavior | source |
/// |---|---|
/// | POST creates a draft; the name is generated, the start in the future, the end an hour later by default | documented |
/// | names are unique, a duplicate is a 400; deleted events free their name | documented; assumed |
/// | the start is in 30 days by default; an end that is not after the start is a 400 | assumed |
/// | `placeholder_campaign_id` becomes the ID of the event, unless another event has it | assumed |
/// | PATCH changes given properties of drafts and active events only; nested objects are merged | documented; assumed |
/// | PATCH may set `status`: DRAFT, ACTIVE, COMPLETE, CANCELLED, DELETED | assumed |
/// | an active event is complete after its end | assumed |
/// | GET of the collection hides deleted events unless `event_status` is DELETED | assumed |
/// | a copy is a draft without registrations; a deleted event cannot be copied; unknown activities: 207 | documented |
/// | check-in for active and complete events; cancelled tickets are refused | documented |
/// | unknown ticket keys: 404, and no ticket changes; checking in twice is no error | assumed |
/// | status updates: 200 without a body, 207 with the IDs that failed, which are unknown ones | documented; assumed |
/// | payment updates skip registrations without a payment method | documented |
/// | a registration cannot be made by the API: see ``FakeConstantContact/register(_:for:id:)`` | contract |
/// | cursors keep the filters; `next` and `prev` exclude each other | documented |
extension FakeConstantContact {
  private static let filters: Set<String> = ["event_status", "search_text", "sort_by", "sort_order", "limit"]

  func listEvents(_ call: Call) throws -> Reply {
    var (query, start) = try openEvents(call, "events", allowing: Self.filters)
    let status = query["event_status"]
    if let status, !["ACTIVE", "DRAFT", "COMPLETE", "DELETED", "CANCELLED", "ERROR"].contains(status) {
      query.reject("event_status")
    }
    let order = query["sort_by"]
    if let order, !["name", "start_time", "end_time", "created_time", "updated_time"].contains(order) {
      query.reject("sort_by")
    }
    let isDescending = query.isDescending("sort_order")
    let limit = query.integer("limit", default: 100, in: 1...100)
    try query.check()
    let text = query["search_text"]?.lowercased() ?? ""
    var found = events.all.filter { event in
      let current = event.status(at: now)
      return (status.map { $0 == current } ?? (current != "DELETED"))
        && (text.isEmpty || event.searchText.contains(text))
    }
    if let order { found = found.sorted(by: { $0.key(order) }, descending: isDescending) }
    return eventPage(found.map { $0.listing(at: now) }, "events", query, start: start, limit: limit)
  }

  func createEvent(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["name", "start_time", "end_time", "placeholder_campaign_id"])
    let id = query["placeholder_campaign_id"]?.lowercased()
    let isTaken = id.map { events.index(of: $0) != nil } ?? false
    if let id, (try? checkID(id, "")) == nil { query.reject("placeholder_campaign_id") }
    let start = query.date("start_time") ?? now.addingTimeInterval(30 * 86_400)
    let end = query.date("end_time") ?? start.addingTimeInterval(3_600)
    if end <= start { query.reject("end_time") }
    let name = query["name"] ?? "Event \(events.all.count + 1)"
    if !(1...100).contains(name.unicodeScalars.count) || events.isTaken(name) { query.reject("name") }
    try query.check()
    let event = makeEvent(name, start: start, end: end, id: isTaken ? nil : id, trackID: nil)
    events.append(event)
    note(.created, .event, event.id, before: nil, after: .json(event.json(at: now, includingSettings: false)))
    return Reply(201, event.json(at: now, includingSettings: false))
  }

  func getEvent(_ call: Call, id: String) throws -> Reply {
    var query = Query(call, allowing: ["include"])
    let includesSettings = query.flag("include")
    try query.check()
    return Reply(200, events[try eventIndex(id)].json(at: now, includingSettings: includesSettings))
  }

  func patchEvent(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.eventPatch)
    let index = try eventIndex(id)
    guard ["DRAFT", "ACTIVE"].contains(events[index].status(at: now)) else {
      throw Reply.invalid(["Only events in DRAFT or ACTIVE status can be updated"])
    }
    var event = events[index]
    for (name, value) in body.object ?? [:] where value != .null {
      if Shape.eventProperties.contains(name) {
        event.members[name] = value
      } else if ["address", "contact", "online_meeting"].contains(name) {
        let old = event.members[name]?.object ?? [:]
        event.members[name] = .object(old.merging(value.object ?? [:]) { $1 })
      }
    }
    for (name, value) in body["default_track"]?.object ?? [:] where Shape.trackProperties.contains(name) {
      event.track[name] = value
    }
    try checkDates(of: event, in: body)
    if events.isTaken(event.name, except: index) { throw Reply.invalid(["name does not have a valid value"]) }
    if let status = body["status"]?.string, status != event.status {
      event.status = status
      let names = ["ACTIVE": "active_time", "CANCELLED": "cancelled_time", "DELETED": "deleted_time"]
      if let name = names[status] { event.changes[name] = now }
    }
    event.updatedAt = now
    replaceEvent(at: index, with: event)
    return Reply(204)
  }

  func copyEvent(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.eventCopy)
    let source = events[try eventIndex(id)]
    let name = body["target_event_name"]?.string ?? ""
    guard source.status != "DELETED" else { throw Reply.invalid(["Deleted events cannot be copied"]) }
    guard !events.isTaken(name) else { throw Reply.invalid(["target_event_name does not have a valid value"]) }
    var copy = makeEvent(name, start: now, end: now, id: nil, trackID: nil)
    copy.members = source.members
    copy.members["name"] = .string(name)
    copy.track = source.track
    events.append(copy)
    note(.created, .event, copy.id, before: nil, after: .json(copy.json(at: now, includingSettings: false)))
    let failed = (body["source_campaign_activities"]?.array ?? []).filter { activity in
      !source.activityIDs.contains { .string($0) == activity }
    }
    guard case .object(var members) = copy.json(at: now, includingSettings: false), !failed.isEmpty else {
      return Reply(200, copy.json(at: now, includingSettings: false))
    }
    members["failed_campaign_activities"] = .array(failed)
    return Reply(207, .object(members))
  }

  private func checkDates(of event: EventRecord, in body: JSON) throws {
    let names = ["event_start", "event_end"].filter { body[$0]?.string.map { WireDate.parse($0) == nil } ?? false }
    if !names.isEmpty { throw Reply.invalid(names.map { "\($0) does not have a valid value" }) }
    if event.date("event_end") <= event.date("event_start") {
      throw Reply.invalid(["event_end does not have a valid value"])
    }
  }

  func makeEvent(_ name: String, start: Date, end: Date, id: String?, trackID: String?) -> EventRecord {
    let address = account.physicalAddress
    return EventRecord(
      id: id ?? generator.uuid(),
      trackID: trackID ?? String(generator.uuid().prefix(8)),
      activityIDs: [generator.uuid(), generator.uuid()],
      createdAt: now,
      members: [
        "name": .string(name), "title": .string(name), "description": "", "event_type": "OTHER",
        "location_type": "PHYSICAL", "time_zone": "US/Eastern", "currency_type": "USD",
        "event_start": WireDate.timestamp(start), "event_end": WireDate.timestamp(end),
        "display_contact_flag": .bool(true), "display_end_time_flag": .bool(true),
        "display_on_calendar_flag": .bool(false), "display_time_zone_flag": .bool(true),
        "notify_owner_on_reg": .bool(true),
        "address": [
          "address_type": "EVENT", "line1": address?["address_line1"] ?? "", "city": address?["city"] ?? "",
          "country_code": address?["country_code"] ?? "US",
        ],
        "contact": [
          "name": "Olivia Owner", "organization_name": account.summary["organization_name"] ?? "",
          "email_address": account.summary["contact_email"] ?? "",
        ],
      ],
      track: [
        "registration_type": "TICKET", "tickets_header": "Tickets", "items_header": "Items",
        "reg_manually_closed_flag": .bool(false), "restrict_to_single_ticket_flag": .bool(false),
      ],
      status: "DRAFT",
      updatedAt: now
    )
  }

  /// Returns the index of an event, a deleted one included.
  func eventIndex(_ id: String) throws -> Int {
    try checkID(id, "event_id")
    guard let index = events.index(of: id) else { throw Reply.notFound() }
    return index
  }

  func replaceEvent(at index: Int, with event: EventRecord) {
    let before = events[index]
    events[index] = event
    note(
      .updated, .event, event.id, before: .json(before.json(at: now, includingSettings: false)),
      after: .json(event.json(at: now, includingSettings: false)))
  }
}

extension EventRecord {
  fileprivate var searchText: String {
    ["name", "title", "description"].compactMap { members[$0]?.string }.joined(separator: "\n").lowercased()
  }

  fileprivate func key(_ order: String) -> JSON {
    switch order {
    case "name": .string(name.lowercased())
    case "start_time": .number(date("event_start").timeIntervalSince1970)
    case "end_time": .number(date("event_end").timeIntervalSince1970)
    case "updated_time": .number(updatedAt.timeIntervalSince1970)
    default: .number(createdAt.timeIntervalSince1970)
    }
  }
}
