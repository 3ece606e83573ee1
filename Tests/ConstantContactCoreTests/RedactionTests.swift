import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RedactionTests {
  private static let address = "ann.lee@example.com"
  private static let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ubGVlQGV4YW1wbGUuY29tIn0.c2ln"
  private static let secret = "cl13nt-s3cret"
  private static let hidden = ["ann.lee", "example.com", "example%2Ecom", "ann%2Elee", "eyJhbGci", "c2ln", secret]

  private func expectClean(_ value: some Any, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = everythingPrinted(value) + everythingPrinted([value]) + everythingPrinted(Optional(value))
    for secret in Self.hidden {
      #expect(!text.contains(secret), "\(type(of: value)) shows \(secret)", sourceLocation: sourceLocation)
    }
  }

  private struct Talkative: Error {
    let url = "https://api.cc.email/v3/contacts?email=\(address)&token=\(token)"
  }

  @Test func personalDataIsNotPrinted() throws {
    let json = """
      {"contact_id":"1","email_address":{"address":"\(Self.address)"},"first_name":"ann.lee","last_name":"ann.lee",
       "notes":[{"note_id":"1","content":"\(Self.address)"}],"custom_fields":[{"custom_field_id":"1","value":"\(Self.address)"}],
       "phone_numbers":[{"phone_number":"ann.lee"}],"street_addresses":[{"street":"ann.lee","city":"example.com"}],
       "list_memberships":["l"],"create_source":"Account"}
      """
    let contact: Contact = try JSONCoding.decode(Data(json.utf8))
    #expect(contact.email?.address == Self.address && contact.notes?.isEmpty == false)
    expectClean(contact)
    expectClean(try #require(contact.email))
    var new = NewContact(email: Self.address)
    new.firstName = "ann.lee"
    expectClean(new)
    expectClean(ContactReplacement(email: Self.address))
    expectClean(ContactFilter(email: Self.address))
    expectClean(
      PagedSequence<_>.Page(
        elements: [contact],
        next: PageCursor(operation: "contacts.list", position: .link("/v3/contacts?email=\(Self.address)"))))
    var lead = Lead()
    lead.workEmail = Self.address
    lead.firstName = "ann.lee"
    lead.address = Lead.Address(street: "ann.lee", city: "example.com")
    expectClean(lead)
    expectClean(FakeConstantContact.Contact(address: Self.address, state: .implicit))
  }

  @Test func requestsAndResponsesAreNotPrinted() throws {
    let headers: TransportHeaders = ["authorization": "Bearer \(Self.token)", "Set-Cookie": Self.secret]
    let url = try #require(URL(string: "https://api.cc.email/v3/contacts?email=ann%2Elee%40example%2Ecom"))
    expectClean(headers)
    expectClean(TransportRequest(method: .get, url: url, headers: headers, body: .bytes(Data(Self.address.utf8))))
    let response = TransportResponse(status: 200, headers: headers, body: Data(Self.address.utf8))
    expectClean(response)
    expectClean(response.head)
    expectClean(TransportBody.bytes(Data(Self.address.utf8)))
    let cursor = PageCursor(operation: "contacts.list", position: .link("/v3/contacts?email=\(Self.address)"))
    expectClean(cursor)
    let descriptor = OperationDescriptor("x", .get, "/x/{id}", scope: nil, privilege: nil, replay: .idempotent)
    let operation = try APIOperation<RawJSON>.json(
      descriptor, path: [Self.address], query: [("email", Self.address)], body: JSONCoding.body([Self.address]))
    expectClean(operation)
    expectClean(operation.target)
    expectClean(APIOperation<Void>(descriptor, following: "/v3/contacts?email=\(Self.address)") { _ in }.target)
    #expect("\(operation)" == "x")
  }

  @Test func credentialsAreNotPrinted() async throws {
    let credentials = OAuthCredentials(accessToken: Self.token, refreshToken: Self.secret, scopes: [.contactData])
    let app = OAuthClient(clientID: "eyJhbGci", clientSecret: Self.secret)
    let store = MemoryTokenStore(credentials)
    expectClean(credentials)
    expectClean(credentials.token)
    expectClean(app)
    expectClean(StaticTokenProvider(AccessToken(jwt: Self.token)))
    let client = ConstantContact(app: app, store: store, transport: ScriptedTransport())
    expectClean(client)
    expectClean(client.pipeline)
    expectClean(client.contacts)
    expectClean(client.configuration)
    expectClean(client.contacts.list(ContactFilter(email: Self.address)))
    expectClean(ContactPusher(client))
    expectClean(ConstantContact(accessToken: Self.token))
    let fake = FakeConstantContact()
    let tokens = await fake.issueTokens()
    let refreshToken = try #require(tokens.refreshToken)
    let text = everythingPrinted(tokens)
    #expect(!text.contains(tokens.accessToken) && !text.contains(refreshToken))
  }

  @Test func deliveryReportsAreNotPrinted() async throws {
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let echo = #"[{"error_key":"\#(Self.address)","error_message":"\#(Self.address) \#(Self.token)"}]"#
    var lead = Lead()
    lead.workEmail = Self.address
    let pusher = try await ContactPusher(fake.client())
    expectClean(try await pusher.push(lead))
    expectClean(try await pusher.push(lead))
    for status in [400, 403, 404, 409, 500] {
      await fake.inject(.status(status, body: echo), times: 5)
      do {
        expectClean(try await pusher.push(lead))
      } catch { expectClean(error) }
      await fake.removeFaults()
    }
    for request in await fake.requests where request.fault == nil { expectClean(request) }
    for write in await fake.writes { expectClean(write) }
  }

  @Test func errorsPrintNoPersonalData() async throws {
    let steps: [ScriptedTransport.Step] =
      [300, 302, 400, 401, 403, 404, 409, 415, 429, 500, 503].map {
        .json(
          TransportStatus(rawValue: $0),
          #"{"error_key":"\#(Self.token)","error_message":"\#(Self.address) \#(Self.token)"}"#,
          headers: ["Location": "https://\(Self.address)/", "Set-Cookie": Self.secret])
      } + [
        .json(200, #"{"contacts":"\#(Self.address)"}"#), .json(200, Self.address), .json(200, "{\"\(Self.address)\""),
        .fail(TransportError(.connectionLost, delivery: .uncertain, message: "lost", cause: Talkative())),
        .fail(Talkative()),
        .fail(URLError(.badURL, userInfo: [NSURLErrorFailingURLErrorKey: Self.address])),
      ]
    for step in steps {
      let bench = Bench([step, step], tokens: TokenList(AccessToken(Self.token), AccessToken(Self.token + "2"))) {
        $0.retry = .none
      }
      let error = try await failure { try await bench.client.contacts.find(email: Self.address) }
      expectClean(error)
      expectClean(error.faults)
      expectClean(error.message)
      #expect(!error.localizedDescription.contains(Self.address))
    }
    expectClean(ConstantContactError(.connection, "x", operation: "x", cause: Talkative()))
    expectClean(OAuthError(.refused, message: "x", cause: Talkative()))
    expectClean(TransportError(.other, delivery: .notSent, message: "x", cause: Talkative()))
  }

  @Test func attemptsPrintNoPersonalData() async throws {
    let log = AttemptLog()
    let echo = #"[{"error_key":"\#(Self.token)","error_message":"\#(Self.address) \#(Self.token)"}]"#
    let steps: [ScriptedTransport.Step] =
      [400, 403, 404, 409, 429, 500].map { .json(TransportStatus(rawValue: $0), echo) } + [
        .fail(Talkative()), .fail(URLError(.badURL, userInfo: [NSURLErrorFailingURLErrorKey: Self.address])),
        .json(200, #"{"contacts":[]}"#),
      ]
    for step in steps {
      let bench = Bench([.json(401, echo), step, step], tokens: TokenList(AccessToken(Self.token), AccessToken("2"))) {
        $0.observers = [log]
        $0.retry = .none
      }
      _ = try? await bench.client.contacts.find(email: Self.address)
      let body = try JSONCoding.body([Self.address])
      let descriptor = OperationDescriptor("x", .post, "/x/{id}", scope: nil, privilege: nil, replay: .idempotent)
      _ = try? await bench.client.send(
        APIOperation<RawJSON>.json(descriptor, path: [Self.address], query: [("email", Self.address)], body: body))
    }
    let raw = Bench([.json(404, echo)]) { $0.observers = [log] }
    _ = try? await raw.client.call(.get, "/people/\(Self.address)", query: [("email", Self.address)])
    #expect(log.attempts.count == steps.count * 3 + 1)
    #expect(log.attempts.last?.pathTemplate == "/{path}")
    for attempt in log.attempts { expectClean(attempt) }
  }

  @Test func memberNamesOfResponsesAreRedacted() async throws {
    // The members of a dictionary may hold personal data.
    for name in [Self.address, Self.token] {
      let bench = Bench([.json(200, #"{"outer":{"\#(name)":"x"}}"#)])
      let descriptor = OperationDescriptor("x.get", .get, "/x", scope: nil, privilege: nil, replay: .idempotent)
      let error = try await failure {
        try await bench.client.send(APIOperation<[String: [String: Int]]>.json(descriptor))
      }
      #expect(error.code == .unreadableResponse)
      #expect(error.message.contains("outer/"))
      expectClean(error)
      expectClean(error.message)
    }
  }

  @Test func bodiesAreNotPrinted() async throws {
    var form = FormBody()
    form.append("refresh_token", Self.secret)
    form.append("username", Self.address)
    expectClean(form)
    var parts = MultipartBody()
    parts.append(name: "x", value: Self.address)
    try parts.append(name: "file", filename: "a.csv", contentType: "text/csv", content: Data(Self.address.utf8))
    expectClean(parts)
    expectClean(AccessToken(Self.token, scopes: [.contactData]))
    let store = MemoryTokenStore(OAuthCredentials(accessToken: Self.token, refreshToken: Self.secret))
    let app = OAuthClient(clientID: "eyJhbGci", clientSecret: Self.secret)
    let transport = ScriptedTransport([.json(200, #"{"contacts":[]}"#)])
    let source = TokenSource(client: app, transport: transport, store: store)
    expectClean(store)
    expectClean(source)
    expectClean(CallPipeline(configuration: ConstantContactConfiguration(), transport: transport, tokens: source))
    _ = try await ConstantContact(tokens: StaticTokenProvider(AccessToken(Self.token)), transport: transport)
      .contacts.find(email: Self.address)
    for request in await transport.requests { expectClean(request) }
  }

  @Test func undecodableElementsAreNotPrinted() async throws {
    let body = #"{"contacts":["\#(Self.address)",{"contact_id":"1","email_address":"\#(Self.address)"}]}"#
    let bench = Bench([.json(200, body), .json(200, body)])
    let error = try await failure { try await bench.client.contacts.list().collect() }
    #expect(error.code == .undecodableElements)
    expectClean(error)
    expectClean(try #require(error.cause as? UndecodableElements))
    for try await page in bench.client.contacts.list().pages { expectClean(page) }
  }
}
