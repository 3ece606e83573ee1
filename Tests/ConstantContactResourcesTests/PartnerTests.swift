import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct PartnerTests {
  private func partner(_ transport: any HTTPTransport) -> PartnerAPI {
    ConstantContactPartner(
      apiKey: "the-key", tokens: StaticTokenProvider(AccessToken("token")), transport: transport,
      configuration: ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource)
    ).api
  }

  private func accounts(_ numbers: Range<Int>, link: String? = nil) -> ScriptedTransport.Step {
    let rows = numbers.map { #"{"encoded_account_id":"a\#($0)"}"# }.joined(separator: ",")
    let links = link.map { #","_links":{"next":{"href":"\#($0)"}}"# } ?? ""
    return .json(200, #"{"site_owner_list":[\#(rows)]\#(links)}"#)
  }

  @Test func requestsCarryTheAPIKeyAndTheToken() async throws {
    let transport = ScriptedTransport([
      .json(200, Fixture.anyResource), accounts(0..<1, link: "/v3/partner/accounts?offset=1"), accounts(1..<2),
    ])
    let partner = partner(transport)
    _ = try await partner.plan(of: "a1")
    #expect(try await partner.accounts().collect().map(\.id) == ["a0", "a1"])
    for request in await transport.requests {
      #expect(request.headers["x-api-key"] == "the-key")
      #expect(request.headers["Authorization"] == "Bearer token")
    }
  }

  @Test func cancellationReasonIsANumber() throws {
    let cancellation: AccountCancellation = try JSONCoding.decode(Data(#"{"reason_id":"14"}"#.utf8))
    #expect(cancellation.reason == .poorResults)
    #expect(try JSONCoding.body(AccountCancellation(reason: 99)).data() == Data(#"{"reason_id":99}"#.utf8))
  }

  @Test func accountsArePagedByOffsetWithoutLinks() async throws {
    let transport = ScriptedTransport([accounts(0..<10), accounts(10..<20), accounts(20..<23)])
    let found = try await partner(transport).accounts(.managed, pageSize: 10).collect()
    #expect(found.map(\.id) == (0..<23).map { AccountID("a\($0)") })
    let queries = await transport.requests.map { $0.url.query() }
    #expect(queries == [0, 10, 20].map { "account_type=managed&limit=10&offset=\($0)" })
    try await transport.verifyAllUsed()
  }

  @Test func ignoredOffsetEndsTheCollection() async throws {
    let transport = ScriptedTransport([accounts(0..<10), accounts(0..<10), accounts(0..<10)])
    let found = Locked(0)
    let error = try await failure {
      for try await _ in partner(transport).accounts(pageSize: 10) { found.withLock { $0 += 1 } }
    }
    #expect(error?.code == .repeatedCursor && found.withLock { $0 } == 10)
    #expect(await transport.requests.count == 2)
  }

  @Test func provisioningIsNotRetriedAfterA503() async throws {
    let transport = ScriptedTransport([.json(503, #"[{"error_key":"x","error_message":"later"}]"#)])
    var account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann-lee")
    account.password = "rye-and-spelt"
    let error = await #expect(throws: ConstantContactError.self) { try await partner(transport).provision(account) }
    #expect(error?.effect == .done)
    #expect(error?.message.contains("do not send it again") == true)
    #expect(await transport.requests.count == 1)
    #expect(!"\(account)".contains("rye"))
  }

  @Test func invalidInputIsRejectedBeforeSending() async throws {
    let transport = ScriptedTransport()
    let partner = partner(transport)
    var account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann")
    await expect("login_name") { _ = try await partner.provision(account) }
    account.loginName = "ann-lee"
    await expect("password") { _ = try await partner.provision(account) }
    await expect("TRIAL") { try await partner.setPlan(of: "a1", to: .trial) }
    await expect("email_addresses") {
      try await partner.unsubscribe(
        PartnerUnsubscription(Array(repeating: "a@example.com", count: 501), source: .account), from: "a1")
    }
    await expect("hook_uri") { try await partner.setWebhook(.tierIncrease, callback: "http://www.example.com") }
    #expect(await transport.requests.isEmpty)
  }

  @Test func stateCodeIsRequiredInTheUnitedStatesOnly() async throws {
    let transport = ScriptedTransport([.json(201, #"{"encoded_account_id":"a2"}"#)])
    let partner = partner(transport)
    var account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "", loginName: "ann.lee+1@example")
    account.password = "rye-and-spelt"
    await expect("state_code") { _ = try await partner.provision(account) }
    account.countryCode = "IE"
    #expect(try await partner.provision(account).accountID == "a2")
    let body = try #require(await transport.requests.last?.body).data()
    let json: RawJSON = try JSONCoding.decode(body)
    // The contract requires the field.
    #expect(json["state_code"]?.text == "")
  }

  @Test func loginNameAndWebsiteAreValidated() async throws {
    let transport = ScriptedTransport()
    let partner = partner(transport)
    var account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann lee")
    account.password = "rye-and-spelt"
    await expect("login_name") { _ = try await partner.provision(account) }
    account.loginName = "änn-lee"
    await expect("login_name") { _ = try await partner.provision(account) }
    account.loginName = "ann-lee"
    account.website = "www.example.com"
    await expect("website") { _ = try await partner.provision(account) }
    #expect(await transport.requests.isEmpty)
  }

  @Test func requestModelsSurviveARoundTrip() throws {
    func copy<Value: Codable>(_ value: Value) throws -> Value {
      try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
    var operation = ProxiedOperation(.post, "/contacts/{contact_id}")
    operation.pathParameters = ["contact_id": "1"]
    operation.query = ["include": "notes"]
    operation.headers = ["Accept": "application/json"]
    operation.body = .object(["a": .integer(1)])
    #expect(try copy(operation) == operation)
    #expect(try copy(operation).method == .post)
    let account = AccountProvision(
      contactEmail: "ann@example.com", countryCode: "US", stateCode: "MA", loginName: "ann-lee")
    #expect(try copy(account) == account)
    let contacts = PartnerUnsubscription(["ann@example.com"], source: .contact)
    #expect(try copy(contacts) == contacts)
    let user = SSOUser(
      firstName: "Ann", lastName: "Lee", role: .campaignCreator, contactEmail: "ann@example.com",
      loginName: "ann-lee", externalID: "ext-1", externalProvider: "provider")
    #expect(try copy(user) == user)
  }

  private func expect(_ text: String, _ body: () async throws -> Void) async {
    let error = await #expect(throws: ConstantContactError.self) { try await body() }
    #expect(error?.code == .invalidInput)
    #expect(error?.message.contains(text) == true, "\(String(describing: error))")
  }
}
