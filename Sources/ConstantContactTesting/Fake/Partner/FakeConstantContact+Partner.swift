internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A partner's operations on the accounts of customers. Billing is simple: there are plans and no invoices.
///
/// | behavior | source |
/// |---|---|
/// | a partner's token and `x-api-key` are required; without the key, or with another one, 403 | documented; assumed |
/// | a limit out of range is 50 | documented |
/// | a new account is a trial; the login name is unique: 409; a password, unless the user signs in by SSO | documented |
/// | `billing_status` is Trial, then Open, then Canceled | documented |
/// | an account never goes back to TRIAL; the billing day is set when a trial ends | documented |
/// | the plan of a cancelled account cannot change; reasons are those documented; the date is now by default | assumed |
/// | an account is cancelled at once, whatever the date | assumed |
/// | tiers of 500 contacts for 20 dollars, counted without deleted contacts | assumed |
/// | the proxy sends any operation but a partner's to the account and returns its status and body; success is 200 | documented |
/// | a user with a name or an external ID that exists: 409 | assumed |
/// | `global_unsubscribe` covers all accounts and takes one address | documented |
/// | unsubscribed and unknown addresses do not count | assumed |
/// | an unknown account: 404 | documented |
/// | the 503 that provisions later is available as an injected fault only | assumed |
extension FakeConstantContact {
  func checkPartner(_ call: Call) throws {
    let token = call.headers["Authorization"]?.split(separator: " ").last.map(String.init) ?? ""
    let scopes = vault.scopes(ofAccess: token, now: time.now) ?? []
    guard scopes.contains(Self.partnerScope) else { throw Reply.accessDenied }
    guard call.headers["x-api-key"] == configuration.partnerAPIKey else {
      throw Reply.gateway(403, "forbidden", "Forbidden")
    }
  }

  func listAccounts(_ call: Call) throws -> Reply {
    var query = Query(call, allowing: ["offset", "limit", "account_type"])
    let offset = query.integer("offset", default: 0, in: 0...1_000_000_000)
    let wanted = query["limit"].flatMap { Int($0) } ?? 50
    let limit = (10...50).contains(wanted) ? wanted : 50
    let type = query["account_type"] ?? "all"
    if !["all", "managed", "unmanaged"].contains(type) { query.reject("account_type") }
    try query.check()
    let found = partner.accounts.filter { type == "all" || $0.isManaged == (type == "managed") }
    let page = Array(found.dropFirst(offset).prefix(limit))
    var links: [String: JSON] = [:]
    if found.count > offset + limit {
      let href = "/v3/partner/accounts?offset=\(offset + limit)&limit=\(limit)&account_type=\(type)"
      links["next"] = ["href": .string(href)]
    }
    let end = links
    partner.completion = { _ in
      var rows: [JSON] = []
      for account in page {
        rows.append([
          "encoded_account_id": .string(account.id), "organization_name": .string(account.organization),
          "site_owner_name": .string(account.login), "billing_status": .string(account.status),
          "subscriber_count": .integer(await account.fake.activeContactCount),
        ])
      }
      return Reply(200, ["site_owner_list": .array(rows), "_links": .object(end)])
    }
    return Reply(200)
  }

  func provision(_ call: Call) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.provision)
    let login = body["login_name"]?.string ?? ""
    let isSSO = body["external_id"] != nil && body["external_provider"] != nil
    if body["password"] == nil, !isSSO {
      throw Reply.invalid(["password is missing, password does not have a valid value"])
    }
    if partner.accounts.contains(where: { $0.login == login }) { throw Reply.conflict("The login name already exists") }
    let id = makeAccountID()
    let names = [
      "contact_email", "contact_phone", "country_code", "first_name", "last_name", "organization_name",
      "organization_phone", "state_code", "time_zone_id", "website",
    ]
    let summary = Dictionary(
      names.compactMap { name in body[name].map { (name, $0) } }, uniquingKeysWith: { $1 })
    let organization = body["organization_name"]?.string ?? login
    add(account: id, organization, login: login, isManaged: body["managed_site_owner"]?.bool ?? true, summary)
    note(.created, .partnerAccount, id, before: nil, after: .json(["encoded_account_id": .string(id)]))
    return Reply(201, ["encoded_account_id": .string(id), "provision_uuid": .string(generator.uuid())])
  }

  func getPlan(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    return planReply(try accountIndex(id))
  }

  func setPlan(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.plan)
    let index = try accountIndex(id)
    let before = partner.accounts[index]
    let plan = body["plan_type"]?.string ?? ""
    guard before.status != "Canceled", plan != "TRIAL" else {
      throw Reply.invalid(["plan_type does not have a valid value"])
    }
    partner.accounts[index].plan = plan
    if before.plan == "TRIAL" {
      partner.accounts[index].status = "Open"
      let today = WireDate.day(now).string.flatMap { Int($0.suffix(2)) }
      partner.accounts[index].billingDay = body["billing_day_of_month"]?.integer ?? today
    }
    noteAccount(index, before)
    let ranks = ["TRIAL", "BRONZE", "SILVER", "GOLD"]
    let (old, new) = (ranks.firstIndex(of: before.plan) ?? 0, ranks.firstIndex(of: plan) ?? 0)
    if new != old { notify(topic: new > old ? 1 : 2, account: before.id) }
    return planReply(index)
  }

  func cancelAccount(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.cancellation)
    let index = try accountIndex(id)
    let reason = body["reason_id"]?.integer ?? 0
    guard [1, 2, 3, 11, 12, 14, 21, 27, 30].contains(reason) else {
      throw Reply.invalid(["reason_id does not have a valid value"])
    }
    var date = now
    if let text = body["effective_date"]?.string {
      guard let parsed = WireDate.parse(text) else {
        throw Reply.invalid(["effective_date does not have a valid value"])
      }
      date = parsed
    }
    let before = partner.accounts[index]
    partner.accounts[index].status = "Canceled"
    noteAccount(index, before)
    notify(topic: 3, account: before.id)
    return Reply(200, ["reason_id": .integer(reason), "effective_date": WireDate.timestamp(date)])
  }

  func addUser(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.ssoUser)
    let index = try accountIndex(id)
    let keys = [
      "name:" + (body["login_name"]?.string ?? ""),
      "id:" + (body["external_provider"]?.string ?? "") + ":" + (body["external_id"]?.string ?? ""),
    ]
    guard partner.accounts[index].users.isDisjoint(with: keys) else { throw Reply.conflict("The user already exists") }
    partner.accounts[index].users.formUnion(keys)
    return Reply(201)
  }

  func unsubscribe(_ call: Call, account id: String) throws -> Reply {
    try call.requireNoParameters()
    let body = try call.json(.partnerUnsubscription)
    let index = try accountIndex(id)
    let addresses = (body["email_addresses"]?.array ?? []).compactMap(\.string)
    let isGlobal = body["global_unsubscribe"]?.bool ?? false
    guard isGlobal ? addresses.count == 1 : !addresses.isEmpty else {
      throw Reply.invalid(["email_addresses does not have a valid value"])
    }
    let targets = isGlobal ? partner.accounts.map(\.fake) : [partner.accounts[index].fake]
    let source = body["update_source"]?.string ?? "Account"
    let reason = body["opt_out_reason"]?.string
    let deletes = body["delete_contacts"]?.bool ?? false
    partner.completion = { _ in
      var count = 0
      for target in targets {
        count += await target.unsubscribe(addresses, by: source, reason: reason, deleting: deletes)
      }
      return Reply(200, ["unsubscribed_count": .integer(count)])
    }
    return Reply(200)
  }

  /// Unsubscribes contacts on behalf of a partner and returns their number.
  private func unsubscribe(_ addresses: [String], by source: String, reason: String?, deleting: Bool) -> Int {
    var count = 0
    for address in addresses {
      guard let found = contact(email: address), found.state != .deleted else { continue }
      if found.state != .unsubscribed, (try? edit(.unsubscribe(found.id, by: source, reason: reason))) != nil {
        count += 1
      }
      if deleting { try? edit(.deleteContact(found.id)) }
    }
    return count
  }

  private func planReply(_ index: Int) -> Reply {
    let account = partner.accounts[index]
    partner.completion = { _ in
      let count = await account.fake.activeContactCount
      let tier = count / 500 + 1
      var members: [String: JSON] = [
        "plan_type": .string(account.plan), "billing_status": .string(account.status),
        "current_tiers": [
          [
            "usage_type": "CONTACTS", "current_usage": .number(Double(count)), "tier": .integer(tier),
            "tier_min": .number(Double((tier - 1) * 500)), "tier_max": .number(Double(tier * 500)),
            "price": .number(account.plan == "TRIAL" ? 0 : Double(tier) * 20), "currency_code": "USD",
          ]
        ],
      ]
      members["billing_day_of_month"] = account.billingDay.map { .integer($0) }
      return Reply(200, .object(members))
    }
    return Reply(200)
  }

  private func noteAccount(_ index: Int, _ before: PartnerStore.Account) {
    func json(_ account: PartnerStore.Account) -> JSON {
      [
        "encoded_account_id": .string(account.id), "plan_type": .string(account.plan),
        "status": .string(account.status),
      ]
    }
    let after = partner.accounts[index]
    note(.updated, .partnerAccount, after.id, before: .json(json(before)), after: .json(json(after)))
  }

  func accountIndex(_ id: String) throws -> Int {
    guard let index = partner.index(of: id) else { throw Reply.notFound() }
    return index
  }

  private var activeContactCount: Int { contacts.all.count { $0.deletedAt == nil } }

  /// The scope of partners' tokens.
  static var partnerScope: String { "v3api/general.partner" }
}
