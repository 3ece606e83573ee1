#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How an import changes contacts.
extension FakeConstantContact {
  func perform(_ file: ImportFile) -> ActivityResult {
    if let fault = file.fault { return ActivityResult(.failed(fault)) }
    var errors: [String] = []
    var counts = [
      "items_total_count": file.rows.count + (file.hasHeader ? 1 : 0), "person_count": 0, "error_count": 0,
      "correctable_count": 0, "cannot_add_to_list_count": 0,
    ]
    var (imported, heldBack): (Set<String>, Set<String>) = ([], [])
    let lists = file.lists.filter { id in listRecords.contains { $0.id == id && $0.deletedAt == nil } }
    for row in file.rows {
      do throws(RowRefused) {
        let contact = try importRow(row, of: file, onto: lists, errors: &errors)
        imported.insert(contact.id)
        if contact.permission == "unsubscribed", !lists.isEmpty { heldBack.insert(contact.id) }
      } catch {
        counts[error.refusal.isCorrectable ? "correctable_count" : "error_count", default: 0] += 1
        counts["person_count", default: 0] += 1
        errors.append("Row \(row.number): \(error.refusal.reason)")
      }
    }
    counts["person_count", default: 0] += imported.count
    counts["cannot_add_to_list_count"] = heldBack.count
    var result = ActivityResult(total: 0, completed: 0, errors: Array(errors.prefix(100)))
    result.counts = counts
    return result
  }

  private struct RowRefused: Error {
    let refusal: ImportRefusal
    init(_ refusal: ImportRefusal) { self.refusal = refusal }
    init(_ reason: String) { refusal = .refused(reason) }
  }

  private func importRow(
    _ row: ImportFile.Row, of file: ImportFile, onto lists: [String], errors: inout [String]
  ) throws(RowRefused) -> ContactRecord {
    if let refusal = ImportRefusal.check(row, hasSMSConsent: file.hasSMSConsent) { throw RowRefused(refusal) }
    let now = self.now
    let number = row.values["sms_number"].flatMap(ImportFile.digits)
    let holder = number.flatMap { contacts.holder(ofNumber: "1" + $0) }
    let before = row.values["email"].map { contacts.holder(of: $0) } ?? holder
    if let holder, holder.id != before?.id { throw RowRefused("another contact has the sms_number") }
    var record =
      before ?? ContactRecord(id: generator.uuid(), sequence: contacts.count, createdAt: now, updatedAt: now)
    if before == nil { record.createSource = "Account" }
    if let address = row.values["email"], record.email == nil {
      record.email = makeEmail(address, "implicit", source: "Account", now: now)
    }
    set(row.values, on: &record)
    setCustomFields(row, on: &record, errors: &errors)
    if let number { setNumber(number, row, hasConsent: file.hasSMSConsent, on: &record) }
    if record.permission != "unsubscribed" {
      let current = record.lists
      record.parts["list_memberships", default: []] += lists.filter { !current.contains($0) }.map { .string($0) }
    }
    for (part, limit) in ["list_memberships": 50, "custom_fields": 50, "phone_numbers": 3, "street_addresses": 3] {
      if (record.parts[part] ?? []).count > limit { throw RowRefused("\(part) size must be between 0 and \(limit)") }
    }
    (record.deletedAt, record.updateSource, record.updatedAt) = (nil, "Account", now)
    if let before {
      save(record, .updated, replacing: before)
    } else {
      contacts.append(record)
      note(.created, .contact, record.id, before: nil, after: .contact(record))
    }
    return record
  }

  private func set(_ values: [String: String], on record: inout ContactRecord) {
    for name in ContactRecord.coreNames {
      guard let value = values[name] else { continue }
      switch name {
      case "birthday_month", "birthday_day": record.core[name] = Int(value).map { .integer($0) }
      case "anniversary": record.core[name] = WireDate.anniversary(value).map { .string($0) }
      default: record.core[name] = .string(value)
      }
    }
    for (name, kind) in [
      ("phone", "other"), ("home_phone", "home"), ("work_phone", "work"), ("mobile_phone", "mobile"),
      ("other_phone", "other"),
    ] {
      guard let number = values[name] else { continue }
      put(["phone_number": .string(number), "kind": .string(kind)], in: "phone_numbers", of: &record)
    }
    for kind in ImportFile.addressKinds(in: values) {
      let address = ImportFile.address(kind, in: values).mapValues { JSON.string($0) }
      put(.object(address.merging(["kind": .string(kind)]) { $1 }), in: "street_addresses", of: &record)
    }
  }

  /// Replaces the phone number or address of the same kind, or adds one.
  private func put(_ item: JSON, in part: String, of record: inout ContactRecord) {
    let stored = stored(item, in: part, source: "Account", now: now)
    let index = (record.parts[part] ?? []).firstIndex { $0["kind"] == item["kind"] }
    if let index { record.parts[part]?[index] = stored } else { record.parts[part, default: []].append(stored) }
  }

  private func setCustomFields(_ row: ImportFile.Row, on record: inout ContactRecord, errors: inout [String]) {
    for (column, value) in row.values.sorted(by: { $0.key < $1.key }) where column.hasPrefix("cf:") {
      let name = String(column.dropFirst(3))
      guard let field = fieldRecords.first(where: { CustomFieldRecord.name(for: $0.label) == name || $0.label == name })
      else {
        errors.append("Row \(row.number): there is no custom field with the name of column \(column)")
        continue
      }
      var item: [String: JSON] = ["custom_field_id": .string(field.id)]
      if field.hasChoices {
        let labels = field.type == "multi_select" ? value.split(separator: ",").map(\.trimmed) : [value]
        let chosen = field.choices.filter { labels.contains($0.label) }
        if chosen.count < labels.count { errors.append("Row \(row.number): \(column) has an unknown choice") }
        if chosen.isEmpty { continue }
        item["choice_ids"] = .array(chosen.map { .string(String($0.id)) })
      } else {
        item["value"] = .string(value)
      }
      let index = (record.parts["custom_fields"] ?? []).firstIndex { $0["custom_field_id"]?.string == field.id }
      if let index {
        record.parts["custom_fields"]?[index] = .object(item)
      } else {
        record.parts["custom_fields", default: []].append(.object(item))
      }
    }
  }

  private func setNumber(
    _ number: String, _ row: ImportFile.Row, hasConsent: Bool, on record: inout ContactRecord
  ) {
    let date = row.values["sms_consent_date"].flatMap(WireDate.anniversary).flatMap(WireDate.parse)
    let permission: JSON = hasConsent && date != nil ? "explicit" : "not_set"
    setChannel(
      number: number, dialCode: "1", countryCode: "US",
      from: ["sms_channel_consents": [["sms_consent_permission": permission, "consent_type": "promotional_sms"]]],
      source: "Account", now: now, consentDate: date, on: &record)
  }
}
