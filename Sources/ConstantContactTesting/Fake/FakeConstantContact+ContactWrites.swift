#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a body does to a contact.
extension FakeConstantContact {
  func replaceContact(_ call: Call, id: String) throws -> Reply {
    var record = try contact(id)
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
    contacts.save(record)
    write(.updated, .contact, record.id, address: record.email?.address)
    return Reply(200, record.json(including: Set(ContactRecord.partNames)))
  }

  private func replaceEmail(of record: inout ContactRecord, with given: JSON?, source: String, now: Date) throws {
    guard let given, let address = given["address"]?.string else {
      record.email = nil
      return
    }
    let permission = given["permission_to_send"]?.string
    guard var email = record.email, email.address.lowercased() == address.lowercased() else {
      // Another address is another permission; the old one does not carry over.
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

  /// An account may not undo what the contact himself decided.
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
    if let channel = body["sms_channel"] { record.smsChannel = stored(sms: channel, source: source, now: now) }
  }

  /// A sub-resource with what the service adds to it.
  private func stored(_ item: JSON, in part: String, source: String, now: Date) -> JSON {
    guard var members = item.object else { return item }
    switch part {
    case "phone_numbers", "street_addresses":
      members[part == "phone_numbers" ? "phone_number_id" : "street_address_id"] = .string(generator.uuid())
      members["created_at"] = WireDate.timestamp(now)
      members["updated_at"] = WireDate.timestamp(now)
      members["create_source"] = .string(source)
      members["update_source"] = .string(source)
    case "notes":
      if item["note_id"] == nil { members["note_id"] = .string(generator.uuid()) }
      if item["created_at"] == nil { members["created_at"] = WireDate.timestamp(now) }
    default: break
    }
    return .object(members)
  }

  private func stored(sms channel: JSON, source: String, now: Date) -> JSON {
    let number = channel["full_sms_address"]?.string ?? ""
    let consents = (channel["sms_channel_consents"]?.array ?? []).map { consent -> JSON in
      var members = consent.object ?? [:]
      members["consent_medium_details"] = nil
      members["created_at"] = WireDate.timestamp(now)
      members["updated_at"] = WireDate.timestamp(now)
      return .object(members)
    }
    return [
      "sms_channel_id": .string(generator.uuid()), "sms_address": .string(String(number.dropFirst())),
      "dial_code": .string(String(number.prefix(1))), "country_code": "US", "create_source": .string(source),
      "update_source": .string(source), "sms_channel_consents": .array(consents),
    ]
  }

  /// The checks that go beyond types and lengths.
  func checkContact(_ body: JSON) throws {
    var faults: [String] = []
    if let address = body["email_address"]?["address"]?.string, !Self.isPlausible(address) {
      faults.append("email_address.address is not a valid email address")
    }
    if (body["birthday_month"] == nil) != (body["birthday_day"] == nil) {
      faults.append("birthday_month and birthday_day must be given together")
    }
    if let anniversary = body["anniversary"]?.string, !anniversary.isEmpty, WireDate.anniversary(anniversary) == nil {
      faults.append("anniversary does not have a valid value")
    }
    let known = Set(listRecords.lazy.filter { $0.deletedAt == nil }.map(\.id))
    for list in (body["list_memberships"]?.array ?? []).compactMap(\.string) where !known.contains(list) {
      faults.append("list_memberships: there is no list \(list)")
    }
    for field in (body["custom_fields"]?.array ?? []).compactMap({ $0["custom_field_id"]?.string })
    where !fieldRecords.contains(where: { $0.id == field }) {
      faults.append("custom_fields: there is no custom field \(field)")
    }
    if !faults.isEmpty { throw Reply.invalid(faults) }
  }

  /// Throws the 409 when the body's address is another contact's.
  func checkAddress(in body: JSON, of record: ContactRecord?) throws {
    guard let address = body["email_address"]?["address"]?.string, let holder = contacts.holder(of: address),
      holder.id != record?.id
    else { return }
    switch configuration.conflictWording {
    case .namesContact: throw Reply.conflict("Email already exists for contact \(holder.id)")
    case .namesContactAfterPrefix:
      throw Reply.conflict("Validation failed: Email already exists for contact \(holder.id)")
    case .namesNobody: throw Reply.conflict("Validation failed: EmailAddress is not unique")
    }
  }

  private static func isPlausible(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !address.contains(where: \.isWhitespace)
  }
}
