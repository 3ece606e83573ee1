#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Tags.
extension FakeConstantContact {
  func listTags(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "contact_tags", allowing: ["limit", "include_count"])
    let limit = query.integer("limit", default: 50, in: 1...500)
    let counts = query.flag("include_count") ? taggingCounts() : nil
    try query.check()
    let rest = tagRecords.filter { $0.sequence > after }
    let page = rest.prefix(limit)
    var members: [String: JSON] = ["tags": .array(page.map { $0.json(contactsCount: counts?[$0.id, default: 0]) })]
    addLinks(to: &members, "contact_tags", query, after: rest.count > limit ? page.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  func getTag(_ call: Call, id: String) throws -> Reply {
    let tag = tagRecords[try tagIndex(id)]
    var query = Query(call, allowing: ["include_count"])
    let counts = query.flag("include_count") ? taggingCounts() : nil
    try query.check()
    return Reply(200, tag.json(contactsCount: counts?[tag.id, default: 0]))
  }

  func createTag(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.tagPost)
    let name = try checkedTagName(body["name"]?.string, except: nil)
    let tag = makeTag(name, id: generator.uuid(), source: body["tag_source"]?.string)
    tagRecords.append(tag)
    note(.created, .tag, tag.id, before: nil, after: .tag(tag))
    return Reply(201, tag.json(contactsCount: nil))
  }

  func renameTag(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try tagIndex(id)
    let body = try call.json(.tagPut)
    renameTag(at: index, to: try checkedTagName(body["name"]?.string, except: index))
    return Reply(200, tagRecords[index].json(contactsCount: nil))
  }

  func deleteTag(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return startDeletion(.deleteTags([tagRecords[try tagIndex(id)].id]), call)
  }

  func makeTag(_ name: String, id: String, source: String?) -> TagRecord {
    defer { tagSequence += 1 }
    return TagRecord(id: id, sequence: tagSequence, name: name, source: source, createdAt: now, updatedAt: now)
  }

  func renameTag(at index: Int, to name: String) {
    let before = tagRecords[index]
    tagRecords[index].name = name
    tagRecords[index].updatedAt = now
    note(.updated, .tag, before.id, before: .tag(before), after: .tag(tagRecords[index]))
  }

  func deleteTag(at index: Int) {
    let tag = tagRecords.remove(at: index)
    contacts.changeAll(where: { $0.has(anyOf: [tag.id], in: "taggings") }) { record in
      record.parts["taggings"]?.removeAll { $0.string == tag.id }
    }
    note(.deleted, .tag, tag.id, before: .tag(tag), after: nil)
  }

  private func taggingCounts() -> [String: Int] {
    contacts.counts(of: "taggings") { $0.deletedAt == nil }
  }

  func checkedTagName(_ name: String?, except index: Int?) throws -> String {
    guard let name, !name.isEmpty else { throw Reply.invalid(["name size must be between 1 and 255"]) }
    if let holder = tagRecords.firstIndex(where: { $0.name == name }), holder != index {
      throw Reply.conflict("A tag with this name already exists")
    }
    return name
  }

  private func tagIndex(_ id: String) throws -> Int {
    try checkID(id, "tag_id")
    guard let index = tagRecords.firstIndex(where: { $0.id == id.lowercased() }) else { throw Reply.notFound() }
    return index
  }
}
