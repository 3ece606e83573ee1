internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Contact lists, and the activity that deletes one.
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
    var query = Query(call.query, allowing: ["include_membership_count"])
    let memberships = membershipCounts(&query)
    try query.check()
    return Reply(200, listRecords[index].json(membershipCount: memberships?[listRecords[index].id, default: 0]))
  }

  func createList(_ call: Call) throws -> Reply {
    try Query(call.query, allowing: []).check()
    let body = try call.json(.list)
    let name = try checkedName(body, except: nil)
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
    write(.created, .list, list.id)
    return Reply(201, list.json(membershipCount: nil))
  }

  func replaceList(_ call: Call, id: String) throws -> Reply {
    let index = try listIndex(id)
    if listRecords[index].deletedAt != nil { throw Reply.notFound() }
    let body = try call.json(.list)
    listRecords[index].name = try checkedName(body, except: index)
    listRecords[index].details = body["description"]?.string
    listRecords[index].isFavorite = body["favorite"]?.bool ?? false
    listRecords[index].updatedAt = now
    write(.updated, .list, listRecords[index].id)
    return Reply(200, listRecords[index].json(membershipCount: nil))
  }

  func deleteList(id: String) throws -> Reply {
    let index = try listIndex(id)
    if listRecords[index].deletedAt != nil { throw Reply.notFound() }
    let listID = listRecords[index].id
    listRecords[index].deletedAt = now
    contacts.changeAll(where: { $0.lists.contains(listID) }) { record in
      record.parts["list_memberships"]?.removeAll { $0.string == listID }
    }
    write(.deleted, .list, listID)
    let activity = generator.uuid()
    activityIDs.insert(activity)
    var headers = TransportHeaders()
    headers["Location"] = "/v3/activities/\(activity)"
    return Reply(202, activityJSON(activity, state: "initialized", percentDone: 1), headers: headers)
  }

  func getActivity(id: String) throws -> Reply {
    guard activityIDs.contains(id) else { throw Reply.notFound() }
    return Reply(200, activityJSON(id, state: "completed", percentDone: 100))
  }

  private func activityJSON(_ id: String, state: String, percentDone: Int) -> JSON {
    [
      "activity_id": .string(id), "state": .string(state), "percent_done": .integer(percentDone),
      "created_at": WireDate.timestamp(now), "updated_at": WireDate.timestamp(now), "activity_errors": [],
      "_links": ["self": ["href": .string("/v3/activities/\(id)")]],
    ]
  }

  private func membershipCounts(_ query: inout Query) -> [String: Int]? {
    guard let kind = query.parts("include_membership_count", of: ["all", "active"], max: 1) else { return nil }
    var counts: [String: Int] = [:]
    for contact in contacts.all where kind == ["all"] || contact.isActive {
      for list in contact.lists { counts[list, default: 0] += 1 }
    }
    return counts
  }

  private func checkedName(_ body: JSON, except index: Int?) throws -> String {
    let name = body["name"]?.string ?? ""
    if name.isEmpty { throw Reply.invalid(["name size must be between 1 and 255"]) }
    if let holder = listRecords.firstIndex(where: { $0.name == name && $0.deletedAt == nil }), holder != index {
      throw Reply.conflict("A list named like this already exists")
    }
    return name
  }

  private func listIndex(_ id: String) throws -> Int {
    try checkID(id, "list_id")
    guard let index = listRecords.firstIndex(where: { $0.id == id.lowercased() }) else { throw Reply.notFound() }
    return index
  }
}
