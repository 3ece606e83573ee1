#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Contact lists.
extension FakeConstantContact {
  func listLists(_ call: Call) throws -> Reply {
    var (query, after) = try open(
      call,
      "contact_lists",
      allowing: [
        "limit", "include_count", "include_membership_count", "name", "status", "channel_type",
        "include_sms_membership_count",
      ]
    )
    let limit = query.integer("limit", default: 50, in: 1...500)
    let counts = query.flag("include_count")
    let statuses = query.parts("status", of: ["all", "active", "deleted"]) ?? ["active"]
    let channel = query.parts("channel_type", of: ["email", "sms"], max: 1) ?? ["email"]
    let memberships = membershipCounts(&query)
    _ = query.flag("include_sms_membership_count")
    try query.check()
    let found = listRecords.enumerated().filter { _, list in
      channel == ["email"]
        && (statuses.contains("all") || statuses.contains(list.deletedAt == nil ? "active" : "deleted"))
        && query["name"].map { $0 == list.name } ?? true
    }
    let rest = found.filter { $0.offset > after }
    let page = rest.prefix(limit)
    var members: [String: JSON] = [
      "lists": .array(page.map { $0.element.json(membershipCount: memberships?[$0.element.id, default: 0]) })
    ]
    if counts { members["lists_count"] = .integer(found.count) }
    addLinks(to: &members, "contact_lists", query, after: rest.count > limit ? page.last?.offset : nil)
    return Reply(200, .object(members))
  }

  func getList(_ call: Call, id: String) throws -> Reply {
    let index = try listIndex(id)
    var query = Query(call, allowing: ["include_membership_count"])
    let memberships = membershipCounts(&query)
    try query.check()
    return Reply(200, listRecords[index].json(membershipCount: memberships?[listRecords[index].id, default: 0]))
  }

  func createList(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.list)
    let name = try checkedListName(body["name"]?.string, except: nil)
    if listRecords.count(where: { $0.deletedAt == nil }) >= 1_000 {
      throw Reply.invalid(["the account has reached its limit of 1000 lists"])
    }
    let list = ListRecord(
      id: generator.uuid(),
      name: name,
      details: body["description"]?.string,
      isFavorite: body["favorite"]?.bool ?? false,
      createdAt: now,
      updatedAt: now
    )
    listRecords.append(list)
    note(.created, .list, list.id, before: nil, after: .list(list))
    return Reply(201, list.json(membershipCount: nil))
  }

  func replaceList(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try listIndex(id)
    if listRecords[index].deletedAt != nil { throw Reply.notFound() }
    let body = try call.json(.list)
    let name = try checkedListName(body["name"]?.string, except: index)
    changeList(at: index) { list in
      list.name = name
      list.details = body["description"]?.string
      list.isFavorite = body["favorite"]?.bool ?? false
    }
    return Reply(200, listRecords[index].json(membershipCount: nil))
  }

  func deleteList(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try listIndex(id)
    if listRecords[index].deletedAt != nil { throw Reply.notFound() }
    return startDeletion(.deleteLists([listRecords[index].id]), call)
  }

  func changeList(at index: Int, _ change: (inout ListRecord) -> Void) {
    let before = listRecords[index]
    change(&listRecords[index])
    listRecords[index].updatedAt = now
    note(.updated, .list, before.id, before: .list(before), after: .list(listRecords[index]))
  }

  func deleteList(at index: Int) {
    let before = listRecords[index]
    listRecords[index].deletedAt = now
    contacts.changeAll(where: { $0.has(anyOf: [before.id], in: "list_memberships") }) { record in
      record.parts["list_memberships"]?.removeAll { $0.string == before.id }
    }
    note(.deleted, .list, before.id, before: .list(before), after: .list(listRecords[index]))
  }

  private func membershipCounts(_ query: inout Query) -> [String: Int]? {
    guard let kind = query.parts("include_membership_count", of: ["all", "active"], max: 1) else { return nil }
    return contacts.counts(of: "list_memberships") { kind == ["all"] || $0.isActive }
  }

  func checkedListName(_ name: String?, except index: Int?) throws -> String {
    guard let name, !name.isEmpty else { throw Reply.invalid(["name size must be between 1 and 255"]) }
    if let holder = listRecords.firstIndex(where: { $0.name == name && $0.deletedAt == nil }), holder != index {
      throw Reply.conflict("A list with this name already exists")
    }
    return name
  }

  private func listIndex(_ id: String) throws -> Int {
    try checkID(id, "list_id")
    guard let index = listRecords.firstIndex(where: { $0.id == id.lowercased() }) else { throw Reply.notFound() }
    return index
  }
}
