#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How a request body changes a contact.
extension FakeConstantContact {
  func replaceContact(_ call: Call, id: String) throws -> Reply {
    try call.requireNoParameters()
    let before = try contact(id)
    var record = before
    let body = try call.json(.contactPut)
    try checkContact(body)
    try checkAddress(in: body, of: record)
    let source = body["update_source"]?.string ?? ""
    if record.deletedAt != nil, source != "Account" {
      throw Reply.invalid(["update_source must be Account to restore a deleted contact"])
    }
    let now = self.now
    try replaceEmail(of: &record, with: body["email_address"], source: source, now: now)
    for name in ContactRecord.coreNames { record.core[name] = nil }
    fill(&record, from: body, source: source, now: now)
    if record.email == nil, record.smsChannel == nil, record.core["first_name"] == nil, record.core["last_name"] == nil
    {
      throw Reply.invalid(["One of first_name, last_name, email_address or sms_channel is required"])
    }
    record.deletedAt = nil
    record.updateSource = source
    record.updatedAt = now
    save(record, .updated, replacing: before)
    return Reply(200, record.json(including: Set(ContactRecord.partNames)))
  }

  private func replaceEmail(of record: inout ContactRecord, with given: JSON?, source: String, now: Date) throws {
    guard let given, let address = given["address"]?.string else {
      record.email = nil
      return
    }
    let permission = given["permission_to_send"]?.string
    guard var email = record.email, email.address.lowercased() == address.lowercased() else {
      // The permission belongs to the old address and does not carry over to another.
      try checkOptOut(record.email, permission ?? "implicit")
      record.email = makeEmail(address, permission ?? "implicit", source: source, now: now)
      return
    }
    email.address = address
    if let permission, permission != email.permission {
      try checkOptOut(email, permission)
      email.change(to: permission, source: source, now: now)
    }
    email.optOutReason = email.permission == "unsubscribed" ? given["opt_out_reason"]?.string : nil
    record.email = email
  }

  /// Throws a 400 when an account would undo the contact's own opt-out.
  private func checkOptOut(_ email: ContactRecord.Email?, _ permission: String) throws {
    if email?.permission == "unsubscribed", email?.optOutSource == "Contact", permission != "unsubscribed" {
      throw Reply.invalid(["permission_to_send cannot be changed: the contact opted out"])
    }
  }

  func makeEmail(_ address: String, _ permission: String, source: String, now: Date) -> ContactRecord.Email {
    var email = ContactRecord.Email(address: address, permission: "", createdAt: now, updatedAt: now)
    let isPending = configuration.confirmedOptIn && permission == "explicit"
    email.change(to: isPending ? "pending_confirmation" : permission, source: source, now: now)
    return email
  }

  /// Sets the core properties and those sub-resources that the body has.
  func fill(_ record: inout ContactRecord, from body: JSON, source: String, now: Date) {
    for name in ContactRecord.coreNames {
      guard let value = body[name], value != "" else { continue }
      let anniversary = name == "anniversary" ? value.string.flatMap(WireDate.anniversary) : nil
      record.core[name] = anniversary.map { .string($0) } ?? value
    }
    for name in ContactRecord.partNames {
      guard let items = body[name]?.array else { continue }
      record.parts[name] = items.map { stored($0, in: name, source: source, now: now) }
    }
    if let channel = body["sms_channel"] {
      let number = channel["full_sms_address"]?.string ?? ""
      setChannel(
        number: String(number.dropFirst()), dialCode: String(number.prefix(1)), countryCode: "US", from: channel,
        source: source, now: now, on: &record)
    }
  }

  /// Returns a sub-resource with the properties that the server adds.
  func stored(_ item: JSON, in part: String, source: String, now: Date) -> JSON {
    guard var members = item.object?.filter({ $0.value != .null }) else { return item }
    switch part {
    case "phone_numbers", "street_addresses":
      members[part == "phone_numbers" ? "phone_number_id" : "street_address_id"] = .string(generator.uuid())
      members["created_at"] = WireDate.timestamp(now)
      members["updated_at"] = WireDate.timestamp(now)
      guard part == "phone_numbers" else { break }
      members["create_source"] = .string(source)
      members["update_source"] = .string(source)
    case "notes":
      if item["note_id"] == nil { members["note_id"] = .string(generator.uuid()) }
      if item["created_at"] == nil { members["created_at"] = WireDate.timestamp(now) }
    case "custom_fields":
      // A choice field has no value of its own.
      if members["choice_ids"] != nil { members["value"] = nil }
    default: break
    }
    return .object(members)
  }
}
