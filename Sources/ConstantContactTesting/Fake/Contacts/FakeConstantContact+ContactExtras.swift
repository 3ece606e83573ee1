#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Counts, cross-references and resubscription.
extension FakeConstantContact {
  func countContacts(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["include"])
    let included = query.parts("include", of: ["new_subscriber"]) ?? []
    try query.check()
    let monthAgo = self.monthAgo
    var members = ["total": 0, "explicit": 0, "implicit": 0, "pending": 0, "unsubscribed": 0]
    var newSubscribers = 0
    for record in contacts.all where record.deletedAt == nil {
      members["total", default: 0] += 1
      let name = record.permission == "pending_confirmation" ? "pending" : record.permission
      if let count = members[name], name != "total" { members[name] = count + 1 }
      if record.isNewSubscriber(since: monthAgo) { newSubscribers += 1 }
    }
    if !included.isEmpty { members["new_subscriber"] = newSubscribers }
    return Reply(200, .object(members.mapValues { .integer($0) }))
  }

  /// The date since which new subscribers count.
  var monthAgo: Date { now.addingTimeInterval(-30 * 86_400) }

  func contactCrossReferences(_ call: Call) throws -> Reply {
    try crossReferences(call, ids: contacts.ids, name: "contact_id")
  }

  /// V2 IDs of contacts and lists are numbers; the fake counts them from 1,000,000,000 in the order of creation.
  func crossReferences(_ call: Call, ids: some RandomAccessCollection<String>, name: String) throws -> Reply {
    var query = Query(call, allowing: ["sequence_ids"])
    query.require("sequence_ids")
    let wanted = query.parts("sequence_ids", max: 500) ?? []
    let known = wanted.compactMap(Int.init)
    if known.count != wanted.count { query.reject("sequence_ids") }
    try query.check()
    let rows = known.sorted().compactMap { sequence -> JSON? in
      let (index, overflow) = sequence.subtractingReportingOverflow(Self.firstSequenceID)
      guard !overflow, 0 <= index, index < ids.count else { return nil }
      let id = ids[ids.index(ids.startIndex, offsetBy: index)]
      return ["sequence_id": .string(String(sequence)), name: .string(id)]
    }
    return Reply(200, ["xrefs": .array(rows)])
  }

  static let firstSequenceID = 1_000_000_000

  func resubscribe(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let before = try contact(id)
    let body = try call.json(.resubscription)
    let faults = listFaults(in: body["list_ids"], "list_ids")
    if !faults.isEmpty { throw Reply.invalid(faults) }
    if before.deletedAt != nil { throw Reply.notFound() }
    guard before.permission == "unsubscribed" else { throw Reply.conflict("The contact is not unsubscribed") }
    if before.resubscriptionLists != nil { throw Reply.conflict("A resubscribe email was already sent") }
    var record = before
    record.resubscriptionLists = (body["list_ids"]?.array ?? []).compactMap(\.string)
    save(record, .updated, replacing: before)
    return Reply(200)
  }
}
