/// The account and the privileges of its user.
///
/// | behavior | source |
/// |---|---|
/// | privileges are those of the configuration, for any valid token | documented; assumed |
/// | PUT of the summary changes given properties and ignores `encoded_account_id` | documented |
/// | a physical address has `state_code` and `postal_code` in the US and Canada only, `state_name` elsewhere | documented |
/// | a second POST of the physical address: 409; PUT replaces it; 404 when there is none | documented; assumed |
/// | emails: one filter at a time, codes may be abbreviated | documented |
/// | a new email is unconfirmed, and a duplicate a 409 | documented |
extension FakeConstantContact {
  func getPrivileges(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let rows = configuration.privileges.sorted().enumerated().map { index, name -> JSON in
      ["privilege_id": .integer(7_000 + index), "privilege_name": .string(name)]
    }
    return Reply(200, .array(rows))
  }

  func getSummary(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["extra_fields"])
    let extra = query.parts("extra_fields", of: ["physical_address", "company_logo"]) ?? []
    try query.check()
    var members = account.summary
    members["encoded_account_id"] = .string(account.encodedID)
    members["encoded_partner_id"] = account.encodedPartnerID.map { .string($0) }
    if extra.contains("physical_address") { members["physical_address"] = account.physicalAddress }
    if extra.contains("company_logo") { members["company_logo"] = [:] }
    return Reply(200, .object(members))
  }

  func updateSummary(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.accountSummary)
    let before = account.summary
    for (name, value) in body.object ?? [:] where name != "encoded_account_id" && value != .null {
      account.summary[name] = value
    }
    note(
      .updated, .account, account.encodedID, before: .json(.object(before)),
      after: .json(.object(account.summary)))
    return Reply(200, .object(account.summary))
  }

  func getPhysicalAddress(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    guard let address = account.physicalAddress else { throw Reply.notFound() }
    return Reply(200, address)
  }

  func setPhysicalAddress(_ call: Call, isNew: Bool) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.physicalAddress)
    let isNorthAmerican = body["country_code"] == "US" || body["country_code"] == "CA"
    var faults: [String] = []
    for name in ["state_code", "postal_code"] where (body[name] == nil) == isNorthAmerican {
      faults.append("\(name) does not have a valid value")
    }
    if isNorthAmerican, body["state_name"] != nil { faults.append("state_name does not have a valid value") }
    if !faults.isEmpty { throw Reply.invalid(faults) }
    if isNew, account.physicalAddress != nil { throw Reply.conflict("The physical address already exists") }
    let before = account.physicalAddress
    account.physicalAddress = body
    note(
      before == nil ? .created : .updated, .account, account.encodedID, before: before.map { .json($0) },
      after: .json(body))
    return Reply(isNew ? 201 : 200, body)
  }

  func listAccountEmails(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["confirm_status", "role_code", "email_address"])
    let status = query.parts("confirm_status", of: ["CONFIRMED", "C", "UNCONFIRMED", "U"], max: 1)?.first
    let roles = ["CONTACT", "BILLING", "JOURNALING", "REPLY_TO", "OTHER"]
    let role = query.parts("role_code", of: roles + roles.map { String($0.prefix(1)) }, max: 1)?.first
    if query.parameters.count > 1 { query.reject("email_address") }
    try query.check()
    let address = query["email_address"]?.lowercased()
    let found = account.emails.filter { email in
      (status.map { $0.hasPrefix("C") == email.isConfirmed } ?? true)
        && (role.map { role in email.roles.contains { $0 == role || $0.prefix(1) == role } } ?? true)
        && (address.map { $0 == email.address.lowercased() } ?? true)
    }
    return Reply(200, .array(found.map(\.json)))
  }

  func addAccountEmail(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let address = try call.json(.accountEmail)["email_address"]?.string ?? ""
    if account.emails.contains(where: { $0.address.lowercased() == address.lowercased() }) {
      throw Reply.conflict("The email address already exists")
    }
    let email = AccountRecord.Email(
      id: account.emails.count + 1, address: address, isConfirmed: false, roles: [], confirmTime: nil)
    account.emails.append(email)
    note(.created, .account, account.encodedID, before: nil, after: .json(email.json))
    return Reply(
      201,
      ["email_address": .string(address), "email_id": .integer(email.id), "confirm_status": "UNCONFIRMED"])
  }
}
