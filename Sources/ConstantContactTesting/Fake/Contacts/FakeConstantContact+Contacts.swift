#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Reading, creating and deleting contacts.
extension FakeConstantContact {
  private static let dates = [
    "updated_after", "updated_before", "created_after", "created_before", "optout_after", "optout_before",
  ]
  private static let listParameters = Set(dates).union([
    "status", "email", "lists", "segment_id", "tags", "include", "sms_status", "include_count", "limit",
  ])
  private static let statuses = [
    "all", "active", "deleted", "not_set", "pending_confirmation", "temp_hold", "unsubscribed",
  ]
  private static let smsStatuses = ["all", "explicit", "unsubscribed", "pending_confirmation", "not_set"]

  func listContacts(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "contacts", allowing: Self.listParameters)
    let limit = query.integer("limit", default: 50, in: 1...500)
    let counts = query.flag("include_count")
    let included = query.parts("include", of: ContactRecord.partNames) ?? []
    let address = query["email"]?.lowercased()
    var matches = filter(&query)
    try query.check()
    if let segment = query["segment_id"] {
      if !Set(query.parameters.keys).isSubset(of: ["segment_id", "limit"]) {
        throw Reply.invalid(["segment_id can be combined with limit only"])
      }
      switch try segmentMembers(segment) {
      case .processing: return Reply(202, ["contacts": [], "status": "processing"])
      case .members(let isMember): matches = { $0.deletedAt == nil && isMember($0) }
      }
    }
    let (records, hasMore): ([ContactRecord], Bool)
    if let address {
      // A search by address is the most frequent request of bulk pushes: look it up without scanning the account.
      (records, hasMore) = (contacts.holder(of: address).map { matches($0) ? [$0] : [] } ?? [], false)
    } else {
      (records, hasMore) = contacts.page(after: after, limit: limit, where: matches)
    }
    var members: [String: JSON] = ["contacts": .array(records.map { $0.json(including: included) })]
    if counts { members["contacts_count"] = .integer(address == nil ? contacts.count(where: matches) : records.count) }
    addLinks(to: &members, "contacts", query, after: hasMore ? records.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  private func filter(_ query: inout Query) -> (ContactRecord) -> Bool {
    let statuses = query.parts("status", of: Self.statuses)
    let lists = query.parts("lists", max: 25)
    let tags = query.parts("tags", max: 50)
    let smsStatuses = query.parts("sms_status", of: Self.smsStatuses)?.map { $0 == "unsubscribed" ? "opt_out" : $0 }
    let (updated, created, optedOut) = (range("updated", &query), range("created", &query), range("optout", &query))
    return { record in
      let hasStatus = statuses.map { $0.contains("all") || $0.contains(record.status) } ?? (record.deletedAt == nil)
      guard hasStatus else { return false }
      if let lists, !record.has(anyOf: lists, in: "list_memberships") { return false }
      if let tags, !record.has(anyOf: tags, in: "taggings") { return false }
      if let smsStatuses, !smsStatuses.contains("all"), record.smsPermissions.isDisjoint(with: smsStatuses) {
        return false
      }
      return Self.contains(updated, record.updatedAt) && Self.contains(created, record.createdAt)
        && Self.contains(optedOut, record.email?.optOutDate)
    }
  }

  private typealias DateRange = (after: Date?, before: Date?)

  private func range(_ name: String, _ query: inout Query) -> DateRange {
    (query.date(name + "_after"), query.date(name + "_before"))
  }

  private static func contains(_ range: DateRange, _ date: Date?) -> Bool {
    if range.after == nil, range.before == nil { return true }
    guard let date else { return false }
    return range.after.map { date > $0 } ?? true && range.before.map { date < $0 } ?? true
  }

  func getContact(_ call: Call, id: String) throws -> Reply {
    let record = try contact(id)
    var query = Query(call, allowing: ["include"])
    let included = query.parts("include", of: ContactRecord.partNames) ?? []
    try query.check()
    return Reply(200, record.json(including: included))
  }

  func createContact(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.contactPost)
    try checkContact(body)
    let named = ["first_name", "last_name"].contains { !(body[$0]?.string ?? "").isEmpty }
    if !named, body["email_address"] == nil, body["sms_channel"] == nil {
      throw Reply.invalid(["One of first_name, last_name, email_address or sms_channel is required"])
    }
    try checkAddress(in: body, of: nil)
    let source = body["create_source"]?.string ?? ""
    let now = self.now
    let record = contacts.add(id: generator.uuid(), now: now) { record in
      record.createSource = source
      if let email = body["email_address"], let address = email["address"]?.string {
        record.email = makeEmail(address, email["permission_to_send"]?.string ?? "implicit", source: source, now: now)
      }
      fill(&record, from: body, source: source, now: now)
    }
    note(.created, .contact, record.id, before: nil, after: .contact(record))
    return Reply(201, record.json(including: Set(ContactRecord.partNames)))
  }

  func deleteContact(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let record = try contact(id)
    if record.deletedAt != nil { throw Reply.notFound() }
    delete(record)
    return Reply(204)
  }

  /// Deletes a contact, which takes it off its lists and keeps its address taken.
  func delete(_ before: ContactRecord) {
    var record = before
    (record.deletedAt, record.updatedAt) = (now, now)
    record.parts["list_memberships"] = []
    record.resubscriptionLists = nil
    save(record, .deleted, replacing: before)
  }

  func save(_ record: ContactRecord, _ kind: WriteRecord.Kind, replacing before: ContactRecord) {
    contacts.save(record)
    note(kind, .contact, record.id, before: .contact(before), after: .contact(record))
  }

  func contact(_ id: String) throws -> ContactRecord {
    try checkID(id, "contact_id")
    guard let record = contacts[id] else { throw Reply.notFound() }
    return record
  }
}
