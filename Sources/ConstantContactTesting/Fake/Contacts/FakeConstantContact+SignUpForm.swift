#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Creating or updating a contact from a sign-up form.
extension FakeConstantContact {
  func signUp(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.signUpForm)
    try checkContact(body)
    let address = body["email_address"]?.string
    let number = body["sms_channel"].map { ($0["dial_code"]?.string ?? "") + ($0["sms_address"]?.string ?? "") }
    if address == nil, number == nil {
      throw Reply.invalid(["One of email_address or sms_channel is required"])
    }
    let before = address.flatMap { contacts.holder(of: $0) } ?? number.flatMap { contacts.holder(ofNumber: $0) }
    if let before {
      var record = before
      try signUp(&record, body, isNew: false)
      record.updateSource = "Contact"
      record.updatedAt = now
      save(record, .updated, replacing: before)
      return Reply(200, ["contact_id": .string(record.id), "action": "updated"])
    }
    let record = try contacts.add(id: generator.uuid(), now: now) { record in
      record.createSource = "Contact"
      try signUp(&record, body, isNew: true)
    }
    note(.created, .contact, record.id, before: nil, after: .contact(record))
    return Reply(201, ["contact_id": .string(record.id), "action": "created"])
  }

  /// Changes the given properties only; lists and custom fields are added to those that exist.
  private func signUp(_ record: inout ContactRecord, _ body: JSON, isNew: Bool) throws {
    let now = self.now
    if let address = body["email_address"]?.string {
      if isNew || record.email == nil {
        record.email = makeEmail(address, "explicit", source: "Contact", now: now)
      } else {
        record.email?.change(to: "explicit", source: "Contact", now: now)
      }
    }
    for name in ContactRecord.coreNames {
      guard let value = body[name], value != "" else { continue }
      record.core[name] =
        value.string.flatMap { name == "anniversary" ? WireDate.anniversary($0) : nil }
        .map { .string($0) } ?? value
    }
    append(body["list_memberships"]?.array ?? [], to: "list_memberships", of: &record) { $0 == $1 }
    append(body["custom_fields"]?.array ?? [], to: "custom_fields", of: &record) {
      $0["custom_field_id"] == $1["custom_field_id"]
    }
    if let number = body["phone_number"] {
      append([["phone_number": number, "kind": "other"]], to: "phone_numbers", of: &record) { $0["kind"] == $1["kind"] }
    }
    if let street = body["street_address"] {
      append([street], to: "street_addresses", of: &record) { $0["kind"] == $1["kind"] }
    }
    if let channel = body["sms_channel"] {
      setChannel(
        number: channel["sms_address"]?.string ?? "", dialCode: channel["dial_code"]?.string ?? "",
        countryCode: channel["country_code"]?.string ?? "", from: channel, source: "Contact", now: now, on: &record)
    }
    record.deletedAt = nil
    let limits = ["list_memberships": 50, "custom_fields": 50, "phone_numbers": 3, "street_addresses": 3]
    let faults = limits.filter { (record.parts[$0.key] ?? []).count > $0.value }.keys.sorted()
    if !faults.isEmpty {
      throw Reply.invalid(faults.map { "\($0) size must be between 0 and \(limits[$0] ?? 0)" })
    }
  }

  /// Replaces the items that are the same by `isSame` and appends the others.
  private func append(
    _ items: [JSON], to part: String, of record: inout ContactRecord, isSame: (JSON, JSON) -> Bool
  ) {
    var all = record.parts[part] ?? []
    for item in items {
      let item = stored(item, in: part, source: "Contact", now: now)
      if let index = all.firstIndex(where: { isSame($0, item) }) { all[index] = item } else { all.append(item) }
    }
    record.parts[part] = all
  }
}
