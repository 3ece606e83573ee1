internal import ConstantContactKit

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Exports of contacts.
extension FakeConstantContact {
  func exportContacts(_ call: Call) throws -> Reply {
    let body = try call.json(.export)
    let kinds = sourceKinds(in: body)
    let names = Set(
      ["contact_ids", "list_ids", "tag_ids", "segment_id", "status", "exclude"].filter { body[$0] != nil }
        + (body["new_subscriber"]?.bool == true ? ["new_subscriber"] : []))
    // The pairs of filters that the contract allows. New subscribers of lists are the only pair of sources.
    let allowed: [Set<String>] = [
      ["contact_ids", "status"], ["list_ids", "status"], ["list_ids", "exclude"], ["new_subscriber", "list_ids"],
      ["new_subscriber", "exclude"],
    ]
    if names.count > 1, !allowed.contains(names) {
      throw Reply.invalid(["\(names.sorted().joined(separator: ", ")) cannot be combined"])
    }
    if names == ["exclude"] { throw Reply.invalid(["exclude requires list_ids or new_subscriber"]) }
    let fields = body["fields"]?.array?.compactMap(\.string)
    if let fields, !fields.contains("email_address"), !ExportColumn.needingAddress.isDisjoint(with: fields) {
      throw Reply.invalid(["fields must contain email_address"])
    }
    var source = ContactSource(kind: kinds.first ?? .all, status: body["status"]?.string)
    source.excluded = Set(body["exclude"]?.ids("contact_ids") ?? [])
    source.isNewOnly = names.isSuperset(of: ["new_subscriber"])
    try check(source)
    let isEmpty = fields?.isEmpty ?? true
    return try queueActivity(.export(ExportRequest(source: source, fields: isEmpty ? nil : fields)), call)
  }

  func perform(_ request: ExportRequest) throws -> ActivityResult {
    let found = try resolve(request.source)
    let columns = ExportColumn.all.filter { request.fields?.contains($0.key) ?? true }
    let custom = request.fields == nil ? fieldRecords : []
    var file = CSVWriter()
    file.append(columns.map(\.title) + custom.map(\.label))
    for contact in found {
      file.append(columns.map { $0.value(contact, self) } + custom.map { value(of: $0, contact) })
    }
    var result = ActivityResult(total: found.count, completed: found.count)
    result.file = String(decoding: file.data, as: UTF8.self)
    return result
  }

  private func value(of field: CustomFieldRecord, _ contact: ContactRecord) -> String {
    guard let item = contact.parts["custom_fields"]?.first(where: { $0["custom_field_id"]?.string == field.id }) else {
      return ""
    }
    let chosen = Set((item["choice_ids"]?.array ?? []).compactMap(\.string))
    let labels = field.choices.filter { chosen.contains(String($0.id)) }.map(\.label)
    return item["value"]?.string ?? labels.joined(separator: ", ")
  }

  func getExport(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    try checkID(id, "file_export_id")
    guard let index = activities.index(of: id), let result = activities.records[index].result, let file = result.file,
      now < result.date.addingTimeInterval(configuration.exportLifetime / .seconds(1))
    else { throw Reply.notFound() }
    return Reply(200, text: file, contentType: "text/csv")
  }
}
