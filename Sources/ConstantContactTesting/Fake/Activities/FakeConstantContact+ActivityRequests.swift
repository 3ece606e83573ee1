/// The bulk requests that select contacts.
extension FakeConstantContact {
  func deleteContacts(_ call: Call) throws -> Reply {
    let body = try call.json(.contactDeletion)
    return try queueActivity(.deleteContacts(try source(in: body, exclude: nil)), call)
  }

  func changeMemberships(_ call: Call, add: Bool) throws -> Reply {
    let body = try call.json(.memberships(add: add))
    let source = try source(in: body["source"] ?? [:], exclude: body["exclude"])
    let faults = listFaults(in: body["list_ids"], "list_ids")
    if !faults.isEmpty { throw Reply.invalid(faults) }
    return try queueActivity(.changeLists(source, add: add, lists: body.ids("list_ids")), call)
  }

  func changeTaggings(_ call: Call, add: Bool) throws -> Reply {
    let body = try call.json(.taggings)
    let source = try source(in: body["source"] ?? [:], exclude: body["exclude"])
    let faults = tagFaults(in: body["tag_ids"], "tag_ids")
    if !faults.isEmpty { throw Reply.invalid(faults) }
    return try queueActivity(.changeTags(source, add: add, tags: body.ids("tag_ids")), call)
  }

  /// Returns the only source that an object names.
  private func source(in body: JSON, exclude: JSON?) throws -> ContactSource {
    let kinds = sourceKinds(in: body)
    guard kinds.count == 1, let kind = kinds.first else {
      throw Reply.invalid(["source must have exactly one property"])
    }
    let source = ContactSource(kind: kind, excluded: Set(exclude?.ids("contact_ids") ?? []))
    if exclude != nil {
      switch kind {
      case .allActive, .lists: break
      default: throw Reply.invalid(["exclude requires the source all_active_contacts or list_ids"])
      }
    }
    try check(source)
    return source
  }

  /// Returns the sources that an object names. A flag that is false names none.
  func sourceKinds(in body: JSON) -> [ContactSource.Kind] {
    var kinds: [ContactSource.Kind] = []
    if body["contact_ids"] != nil { kinds.append(.contacts(body.ids("contact_ids"))) }
    if body["list_ids"] != nil { kinds.append(.lists(body.ids("list_ids"))) }
    if body["tag_ids"] != nil { kinds.append(.tags(body.ids("tag_ids"))) }
    if let id = body["segment_id"]?.integer { kinds.append(.segment(id)) }
    if let level = body["engagement_level"]?.string { kinds.append(.engagement(level)) }
    if body["all_active_contacts"]?.bool == true { kinds.append(.allActive) }
    if body["new_subscriber"]?.bool == true { kinds.append(.newSubscribers) }
    return kinds
  }

  /// Throws the response for a source that does not exist or is not simulated.
  func check(_ source: ContactSource) throws {
    var faults: [String] = []
    switch source.kind {
    case .lists(let ids): faults = listFaults(in: .array(ids.map { .string($0) }), "list_ids")
    case .tags(let ids): faults = tagFaults(in: .array(ids.map { .string($0) }), "tag_ids")
    case .segment(let id):
      guard segmentRecords.contains(where: { $0.id == id && $0.deletedAt == nil }) else {
        throw Reply.invalid(["segment_id: there is no segment \(id)"])
      }
      _ = try segmentTest(id)
    case .engagement(let level):
      if contacts(ofEngagementLevel: level) == nil {
        throw Reply.notSimulated("The fake does not know the contacts' engagement levels.")
      }
    case .contacts, .allActive, .newSubscribers, .all: break
    }
    if !faults.isEmpty { throw Reply.invalid(faults) }
  }
}
