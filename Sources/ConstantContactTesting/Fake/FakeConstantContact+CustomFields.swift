#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Custom fields.
extension FakeConstantContact {
  func listCustomFields(_ call: Call) throws -> Reply {
    var (query, after) = try open(call, "contact_custom_fields", allowing: ["limit"])
    let limit = query.integer("limit", default: 50, in: 1...100)
    try query.check()
    let rest = fieldRecords.filter { $0.sequence > after }
    let page = rest.prefix(limit)
    var members: [String: JSON] = ["custom_fields": .array(page.map(\.json))]
    addLinks(to: &members, "contact_custom_fields", query, after: rest.count > limit ? page.last?.sequence : nil)
    return Reply(200, .object(members))
  }

  func getCustomField(id: String) throws -> Reply { Reply(200, fieldRecords[try fieldIndex(id)].json) }

  func createCustomField(_ call: Call) throws -> Reply {
    try Query(call.query, allowing: []).check()
    let body = try call.json(.customFieldPost)
    let label = try checkedLabel(body, except: nil)
    if fieldRecords.count >= 100 { throw Reply.invalid(["the account has reached its limit of 100 custom fields"]) }
    let id = generator.uuid()
    let field = CustomFieldRecord(
      id: id,
      sequence: nextFieldSequence(),
      label: label,
      type: body["type"]?.string ?? "",
      metadata: body["metadata"],
      version: body["version"]?.integer ?? 1,
      choices: stored(choices: body["choices"]?.array ?? [], of: id),
      createdAt: now,
      updatedAt: now
    )
    fieldRecords.append(field)
    write(.created, .customField, id)
    return Reply(201, field.json)
  }

  func replaceCustomField(_ call: Call, id: String) throws -> Reply {
    let index = try fieldIndex(id)
    let body = try call.json(.customFieldPut)
    fieldRecords[index].label = try checkedLabel(body, except: index)
    fieldRecords[index].choices = stored(choices: body["choices"]?.array ?? [], of: fieldRecords[index].id)
    fieldRecords[index].updatedAt = now
    write(.updated, .customField, fieldRecords[index].id)
    return Reply(200, fieldRecords[index].json)
  }

  func deleteCustomField(id: String) throws -> Reply {
    let field = fieldRecords.remove(at: try fieldIndex(id))
    func hasIt(_ value: JSON) -> Bool { value["custom_field_id"]?.string == field.id }
    contacts.changeAll(where: { ($0.parts["custom_fields"] ?? []).contains(where: hasIt) }) { record in
      record.parts["custom_fields"]?.removeAll(where: hasIt)
    }
    write(.deleted, .customField, field.id)
    return Reply(204)
  }

  func nextFieldSequence() -> Int {
    defer { fieldSequence += 1 }
    return fieldSequence
  }

  private func stored(choices: [JSON], of field: String) -> [JSON] {
    choices.enumerated().map { index, choice in
      var members = choice.object ?? [:]
      members["custom_field_id"] = .string(field)
      if choice["choice_id"] == nil { members["choice_id"] = .integer(Int(generator.next() >> 40)) }
      if choice["display_order"] == nil { members["display_order"] = .integer(index + 1) }
      members["created_at"] = WireDate.timestamp(now)
      members["updated_at"] = WireDate.timestamp(now)
      return .object(members)
    }
  }

  private func checkedLabel(_ body: JSON, except index: Int?) throws -> String {
    let label = body["label"]?.string ?? ""
    if label.isEmpty { throw Reply.invalid(["label size must be between 1 and 50"]) }
    let name = CustomFieldRecord.name(for: label)
    if let holder = fieldRecords.firstIndex(where: { CustomFieldRecord.name(for: $0.label) == name }), holder != index {
      throw Reply.conflict("A custom field with this label already exists")
    }
    return label
  }

  private func fieldIndex(_ id: String) throws -> Int {
    try checkID(id, "custom_field_id")
    guard let index = fieldRecords.firstIndex(where: { $0.id == id.lowercased() }) else { throw Reply.notFound() }
    return index
  }
}
