#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Registrations for events, and their tickets.
extension FakeConstantContact {
  private static let paymentStatuses = [
    "PENDING", "PAID", "REFUNDED", "CANCELLED", "FAILED", "CHARGED_BACK", "UNKNOWN",
  ]

  func checkIn(_ call: Call, event id: String, isUndo: Bool) throws -> Reply {
    try call.requireNoParameters()
    let keys = Set((try call.json(.ticketKeys)["order_ticket_keys"]?.array ?? []).compactMap(\.string))
    let index = try eventIndex(id)
    guard ["ACTIVE", "COMPLETE"].contains(events[index].status(at: now)) else {
      throw Reply.invalid(["Only tickets of events in ACTIVE or COMPLETE status can be checked in"])
    }
    var event = events[index]
    var missing = keys
    for position in event.registrations.indices {
      for ticket in event.registrations[position].tickets.indices {
        let key = event.registrations[position].tickets[ticket].key
        guard keys.contains(key) else { continue }
        missing.remove(key)
        if !isUndo, event.registrations[position].status != "REGISTERED" {
          throw Reply.invalid(["order_ticket_keys names a ticket that is not registered"])
        }
        if isUndo {
          event.registrations[position].tickets[ticket].checkedInAt = nil
        } else if event.registrations[position].tickets[ticket].checkedInAt == nil {
          event.registrations[position].tickets[ticket].checkedInAt = now
        }
      }
    }
    guard missing.isEmpty else { throw Reply.notFound() }
    replaceRegistrations(at: index, with: event)
    return Reply(204)
  }

  func listRegistrations(_ call: Call, event id: String, track: String) throws -> Reply {
    let event = events[try trackIndex(event: id, track: track)]
    let collection = "events/\(event.id)/tracks/\(event.trackID)/registrations"
    var (query, start) = try openEvents(
      call, collection,
      allowing: [
        "registration_status", "payment_status", "search_text", "sort_by", "sort_order", "limit", "page_size",
      ])
    let statuses = ["PENDING", "REGISTERED", "CANCELED", "EXPIRED", "IN_PROGRESS", "FAILED"]
    if let status = query["registration_status"], !statuses.contains(status) { query.reject("registration_status") }
    if let status = query["payment_status"], !Self.paymentStatuses.contains(status) { query.reject("payment_status") }
    let orders = [
      "first_name", "last_name", "email_address", "registration_status", "payment_status", "tickets", "total",
    ]
    if let order = query["sort_by"], !orders.contains(order) { query.reject("sort_by") }
    let isDescending = query.isDescending("sort_order")
    let limit = query.integer("limit", default: 100, in: 1...1_000)
    let size = query.integer("page_size", default: limit, in: 1...1_000)
    if query["limit"] != nil, size != limit { query.reject("page_size") }
    try query.check()
    let text = query["search_text"]?.lowercased() ?? ""
    var found = event.registrations.filter { registration in
      (query["registration_status"].map { $0 == registration.status } ?? true)
        && (query["payment_status"].map { $0 == registration.paymentStatus } ?? true)
        && (text.isEmpty
          || [registration.firstName, registration.lastName, registration.address].contains {
            $0.lowercased().contains(text)
          })
    }
    if let order = query["sort_by"] { found = found.sorted(by: { $0.key(order) }, descending: isDescending) }
    return eventPage(
      found.map { $0.listing(track: event.trackID) }, collection, query, start: start, limit: size)
  }

  func getRegistration(_ call: Call, event id: String, track: String, id registration: String) throws -> Reply {
    try call.requireNoParameters()
    let event = events[try trackIndex(event: id, track: track)]
    guard let found = event.registrations.first(where: { $0.id == registration.lowercased() }) else {
      throw Reply.notFound()
    }
    return Reply(200, found.json(title: event.members["title"]?.string ?? ""))
  }

  func setRegistrationStatus(_ call: Call, event id: String, track: String) throws -> Reply {
    var query = Query(call, allowing: ["increase_count", "increase_item_count", "return_items_to_inventory"])
    // The fake has no inventory of items.
    for name in ["increase_count", "increase_item_count", "return_items_to_inventory"] { _ = query.flag(name) }
    try query.check()
    let body = try call.json(.registrationStatus)
    let status = body["registration_status"]?.string ?? ""
    return try changeRegistrations(event: id, track: track, body) { $0.status = status }
  }

  func setPaymentStatus(_ call: Call, event id: String, track: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.paymentStatus)
    // The contract's example is `Paid`.
    let status = body["payment_status"]?.string?.uppercased() ?? ""
    guard Self.paymentStatuses.contains(status) else {
      throw Reply.invalid(["payment_status does not have a valid value"])
    }
    return try changeRegistrations(event: id, track: track, body) { registration in
      if registration.paymentMethod != nil { registration.paymentStatus = status }
    }
  }

  private func changeRegistrations(
    event id: String, track: String, _ body: JSON, _ change: (inout RegistrationRecord) -> Void
  ) throws -> Reply {
    let index = try trackIndex(event: id, track: track)
    var event = events[index]
    var failed: [JSON] = []
    for wanted in body["registration_ids"]?.array ?? [] {
      if let position = event.registrations.firstIndex(where: { .string($0.id) == wanted }) {
        change(&event.registrations[position])
      } else {
        failed.append(wanted)
      }
    }
    replaceRegistrations(at: index, with: event)
    return failed.isEmpty ? Reply(200) : Reply(207, ["failed_registration_ids": .array(failed)])
  }

  /// Replaces an event and logs each registration that changed.
  private func replaceRegistrations(at index: Int, with event: EventRecord) {
    let before = events[index]
    events[index] = event
    let title = event.members["title"]?.string ?? ""
    for (old, new) in zip(before.registrations, event.registrations) {
      let (one, other) = (old.json(title: title), new.json(title: title))
      if one != other { note(.updated, .registration, new.id, before: .json(one), after: .json(other)) }
    }
  }

  private func trackIndex(event id: String, track: String) throws -> Int {
    let index = try eventIndex(id)
    guard events[index].trackID == track else { throw Reply.notFound() }
    return index
  }
}
