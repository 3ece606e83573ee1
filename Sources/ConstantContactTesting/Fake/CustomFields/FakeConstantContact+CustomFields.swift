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

  func getCustomField(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    return Reply(200, fieldRecords[try fieldIndex(id)].json)
  }

  func createCustomField(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.customFieldPost)
    let label = try checkedLabel(body["label"]?.string, except: nil)
    if fieldRecords.count >= 100 { throw Reply.invalid(["the account has reached its limit of 100 custom fields"]) }
    var field = CustomFieldRecord(
      id: generator.uuid(),
      sequence: nextFieldSequence(),
      label: label,
      type: body["type"]?.string ?? "",
      metadata: body["metadata"],
      version: body["version"]?.integer ?? 1,
      createdAt: now,
      updatedAt: now
    )
    field.choices = try checkedChoices(body["choices"]?.array ?? [], of: field)
    fieldRecords.append(field)
    note(.created, .customField, field.id, before: nil, after: .customField(field))
    return Reply(201, field.json)
  }

  func replaceCustomField(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let index = try fieldIndex(id)
    let body = try call.json(.customFieldPut)
    let label = try checkedLabel(body["label"]?.string, except: index)
    let choices = try checkedChoices(body["choices"]?.array ?? [], of: fieldRecords[index])
    changeField(at: index) { field in
      field.label = label
      field.choices = choices
    }
    return Reply(200, fieldRecords[index].json)
  }

  func deleteCustomField(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    deleteField(at: try fieldIndex(id))
    return Reply(204)
  }

  /// Changes a field. Choices that it loses are removed from the contacts.
  func changeField(at index: Int, _ change: (inout CustomFieldRecord) -> Void) {
    let before = fieldRecords[index]
    change(&fieldRecords[index])
    fieldRecords[index].updatedAt = now
    let field = fieldRecords[index]
    note(.updated, .customField, field.id, before: .customField(before), after: .customField(field))
    let removed = Set(before.choices.map(\.id)).subtracting(field.choices.map(\.id)).map { JSON.string(String($0)) }
    if !removed.isEmpty { removeFromContacts(choices: removed, of: field.id) }
  }

  private func removeFromContacts(choices removed: [JSON], of field: String) {
    func hasOne(_ item: JSON) -> Bool {
      item["custom_field_id"]?.string == field && (item["choice_ids"]?.array ?? []).contains(where: removed.contains)
    }
    contacts.changeAll(where: { ($0.parts["custom_fields"] ?? []).contains(where: hasOne) }) { record in
      record.parts["custom_fields"] = (record.parts["custom_fields"] ?? []).compactMap { item in
        guard hasOne(item), var members = item.object else { return item }
        let rest = (item["choice_ids"]?.array ?? []).filter { !removed.contains($0) }
        members["choice_ids"] = .array(rest)
        return rest.isEmpty ? nil : .object(members)
      }
    }
  }

  func deleteField(at index: Int) {
    let field = fieldRecords.remove(at: index)
    func isValue(_ item: JSON) -> Bool { item["custom_field_id"]?.string == field.id }
    contacts.changeAll(where: { ($0.parts["custom_fields"] ?? []).contains(where: isValue) }) { record in
      record.parts["custom_fields"]?.removeAll(where: isValue)
    }
    note(.deleted, .customField, field.id, before: .customField(field), after: nil)
  }

  func nextFieldSequence() -> Int {
    defer { fieldSequence += 1 }
    return fieldSequence
  }

  private func checkedChoices(_ choices: [JSON], of field: CustomFieldRecord) throws -> [CustomFieldRecord.Choice] {
    if !choices.isEmpty, !field.hasChoices {
      throw Reply.invalid(["choices are for fields of type single_select and multi_select"])
    }
    if choices.count > field.maximumChoices {
      throw Reply.invalid(["choices size must be between 0 and \(field.maximumChoices)"])
    }
    let given = choices.compactMap { $0["choice_id"]?.integer }
    let unknown = given.filter { id in !field.choices.contains { $0.id == id } }
    if !unknown.isEmpty || Set(given).count != given.count {
      throw Reply.invalid(["choices.choice_id does not have a valid value"])
    }
    return choices.enumerated().map { index, choice in
      let existing = field.choices.first { $0.id == choice["choice_id"]?.integer }
      return CustomFieldRecord.Choice(
        id: existing?.id ?? makeChoiceID(), label: choice["choice_label"]?.string ?? "",
        order: choice["display_order"]?.integer ?? index + 1, createdAt: existing?.createdAt ?? now, updatedAt: now)
    }
  }

  func makeChoiceID() -> Int { Int(generator.next() >> 40) }

  func checkedLabel(_ label: String?, except index: Int?) throws -> String {
    guard let label, !label.isEmpty else { throw Reply.invalid(["label size must be between 1 and 50"]) }
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
