import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct FakePartnerTests {
  private let clock = ManualClock(automatic: true)

  private func make() -> (fake: FakeConstantContact, partner: PartnerAPI) {
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let settings = fake.configuration
    let client = ConstantContactPartner(
      apiKey: settings.partnerAPIKey, clientID: settings.clientID, clientSecret: settings.clientSecret, transport: fake,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    return (fake, client.api)
  }

  private var provision: AccountProvision {
    var account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann-lee")
    account.password = "rye-and-spelt"
    account.organizationName = "Lee & Daughters"
    return account
  }

  @Test func provisionedAccountIsATrialWithContactsOfItsOwn() async throws {
    let (fake, partner) = make()
    let created = try await partner.provision(provision)
    let id = try #require(created.accountID)
    let account = try #require(await fake.account(id.rawValue))
    await account.add(.init(address: "bob@example.com"))
    await fake.add(.init(address: "owner@example.com"))
    var rows: [PartnerAccount] = []
    for try await row in partner.accounts() { rows.append(row) }
    #expect(rows.map(\.id) == [id] && rows.first?.subscriberCount == 1)
    #expect(rows.first?.organizationName == "Lee & Daughters" && rows.first?.billingStatus == .trial)
    let error = await #expect(throws: ConstantContactError.self) { try await partner.provision(provision) }
    #expect(error?.status == 409)
    #expect(await fake.contactCount == 1)
    let summary = try await account.client(scopes: [.accountRead]).account.summary()
    #expect(summary.id == id && summary.details.organizationName == "Lee & Daughters")
  }

  @Test func plansRiseFallAndEnd() async throws {
    let (fake, partner) = make()
    let id = AccountID(await fake.addAccount("Shop", id: "a07e1").accountID)
    #expect(try await partner.plan(of: id).type == .trial)
    let gold = try await partner.setPlan(of: id, to: .gold, billingDay: 28)
    #expect(gold.type == .gold && gold.billingStatus == .open && gold.billingDayOfMonth == 28)
    #expect(try await partner.setPlan(of: id, to: .silver, billingDay: 3).billingDayOfMonth == 28)
    let date = Date(timeIntervalSince1970: 1_777_593_600)
    try await partner.cancel(id, AccountCancellation(reason: .missingFeature, effectiveDate: date))
    #expect(try await partner.plan(of: id).billingStatus == .canceled)
    let error = await #expect(throws: ConstantContactError.self) { try await partner.setPlan(of: id, to: .gold) }
    #expect(error?.status == 400)
    await #expect(throws: ConstantContactError.self) { try await partner.plan(of: "unknown") }
  }

  @Test func proxyReachesTheAccountAndNoOther() async throws {
    let (fake, partner) = make()
    let shop = await fake.addAccount("Shop", id: "a07e1")
    let other = await fake.addAccount("Other", id: "a07e2")
    var operation = ProxiedOperation(.post, "/contacts")
    operation.body = .object([
      "create_source": .string("Account"), "email_address": .object(["address": .string("ann@example.com")]),
    ])
    _ = try await partner.proxy(operation, for: "a07e1")
    #expect(await shop.contactCount == 1)
    #expect(await other.contactCount == 0)
    #expect(await fake.contactCount == 0)
    let id = try #require(await shop.allContacts.first?.id)
    var read = ProxiedOperation(.get, "/contacts/{contact_id}")
    read.pathParameters = ["contact_id": id]
    read.query = ["include": "notes"]
    let response = try await partner.proxy(read, for: "a07e1")
    #expect(String(decoding: response.body, as: UTF8.self).contains("ann@example.com"))
    let error = await #expect(throws: ConstantContactError.self) { try await partner.proxy(read, for: "a07e2") }
    #expect(error?.status == 404)
    for path in ["/partner/accounts", "//evil.example.com/", "/contacts?limit=1", "contacts"] {
      let refused = await #expect(throws: ConstantContactError.self) {
        try await partner.proxy(ProxiedOperation(.get, path), for: "a07e1")
      }
      #expect(refused?.status == 400 || refused?.status == nil, "\(path)")
    }
  }

  @Test func unsubscriptionCoversOneAccountOrAll() async throws {
    let (fake, partner) = make()
    let accounts = [await fake.addAccount("Shop", id: "a07e1"), await fake.addAccount("Other", id: "a07e2")]
    for account in accounts {
      await account.add(.init(address: "ann@example.com"))
      await account.add(.init(address: "bob@example.com"))
    }
    let addresses = ["ann@example.com", "missing@example.com"]
    #expect(try await partner.unsubscribe(PartnerUnsubscription(addresses, source: .contact), from: "a07e1") == 1)
    #expect(await accounts[0].contact(email: "ann@example.com")?.state == .unsubscribed)
    #expect(await accounts[1].contact(email: "ann@example.com")?.state != .unsubscribed)
    var everywhere = PartnerUnsubscription(["bob@example.com"], source: .account)
    everywhere.isGlobal = true
    everywhere.deletesContacts = true
    #expect(try await partner.unsubscribe(everywhere, from: "a07e1") == 2)
    #expect(await accounts[1].contact(email: "bob@example.com")?.state == .deleted)
  }

  @Test func usersAreUnique() async throws {
    let (fake, partner) = make()
    await fake.addAccount("Shop", id: "a07e1")
    let user = SSOUser(
      firstName: "Ann", lastName: "Lee", role: .campaignCreator, contactEmail: "ann@example.com", loginName: "ann-lee",
      externalID: "ext-1", externalProvider: "provider")
    try await partner.addUser(user, to: "a07e1")
    let error = await #expect(throws: ConstantContactError.self) { try await partner.addUser(user, to: "a07e1") }
    #expect(error?.status == 409)
  }

  @Test func accountsArePaged() async throws {
    let (fake, partner) = make()
    for number in 0..<23 { await fake.addAccount("Shop \(number)", isManaged: number % 2 == 0) }
    var all: [String?] = []
    for try await row in partner.accounts(pageSize: 10) { all.append(row.organizationName) }
    #expect(all == (0..<23).map { "Shop \($0)" })
    var unmanaged = 0
    for try await _ in partner.accounts(.unmanaged, pageSize: 10) { unmanaged += 1 }
    #expect(unmanaged == 11)
  }

  @Test func keyAndTokenAreRequired() async throws {
    let desk = await Desk()
    #expect(try await desk.call(.get, "/v3/partner/accounts").status == 403, "a user's token")
    let token = await desk.fake.issuePartnerToken()
    var request = desk.request(.get, "/v3/partner/accounts", token: token)
    #expect(try await desk.fake.send(request).status.rawValue == 403, "no API key")
    request.headers["x-api-key"] = desk.fake.configuration.partnerAPIKey
    #expect(try await desk.fake.send(request).status.rawValue == 200)
    await desk.clock.advance(by: .seconds(3_601))
    #expect(try await desk.fake.send(request).status.rawValue == 401)
    let contacts = desk.request(.get, "/v3/contacts", token: await desk.fake.issuePartnerToken())
    #expect(try await desk.fake.send(contacts).status.rawValue == 403, "a partner's token reads no contacts")
  }
}
