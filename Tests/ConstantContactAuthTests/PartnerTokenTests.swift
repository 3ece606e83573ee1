import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct PartnerTokenTests {
  let clock = ManualClock(automatic: true)

  private func provider(_ transport: any HTTPTransport) -> PartnerTokenProvider {
    PartnerTokenProvider(
      clientID: "partner id", clientSecret: "s3:cret+", transport: transport, time: clock.timeSource)
  }

  @Test func oneRequestServesManyCallers() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"access_token":"first","expires_in":3600,"token_type":"Bearer"}"#)
    ])
    let provider = provider(transport)
    let tokens = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<100 { group.addTask { try await provider.accessToken(replacing: nil).value } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(tokens == ["first"])
    let request = try #require(await transport.requests.first)
    #expect(request.url.query() == "grant_type=client_credentials")
    #expect(request.url.host() == "authz.constantcontact.com")
    let pair = Data("partner%20id:s3%3Acret%2B".utf8).base64EncodedString()
    #expect(request.headers["Authorization"] == "Basic \(pair)")
    #expect(request.headers["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(request.body == nil || request.body == .bytes(Data()))
    try await transport.verifyAllUsed()
  }

  @Test func rejectedOrExpiredTokenIsRequestedAgain() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"access_token":"first","expires_in":3600}"#),
      .json(200, #"{"access_token":"second","expires_in":3600}"#),
      .json(200, #"{"access_token":"third","expires_in":3600}"#),
    ])
    let provider = provider(transport)
    let first = try await provider.accessToken(replacing: nil)
    let second = try await provider.accessToken(replacing: first)
    #expect(second.value == "second")
    try await clock.sleep(until: clock.now.advanced(by: .seconds(3601)))
    #expect(try await provider.accessToken(replacing: nil).value == "third")
  }

  @Test func unavailableEndpointIsRetriedTwice() async throws {
    let transport = ScriptedTransport([
      .json(503, ""), .fail(TransportError(.connectionLost, delivery: .uncertain, message: "lost")),
      .json(200, #"{"access_token":"first","expires_in":3600}"#),
    ])
    let provider = provider(transport)
    let start = clock.elapsed
    #expect(try await provider.accessToken().value == "first")
    let elapsed = clock.elapsed - start
    #expect(elapsed >= .seconds(2) && elapsed <= .seconds(5))
    try await transport.verifyAllUsed()
  }

  @Test func retriesAreBounded() async throws {
    let transport = ScriptedTransport(Array(repeating: .json(503, ""), count: 3))
    let provider = provider(transport)
    let error = try await oauthError { try await provider.accessToken() }
    #expect(error.code == .temporarilyUnavailable)
    #expect(error.status == 503)
    #expect(await transport.requests.count == 3)
  }

  @Test func pausesBetweenRetriesAreRandom() async throws {
    var pauses: Set<Duration> = []
    for _ in 0..<5 {
      let clock = LeapClock()
      let server = TokenServer(script: [{ _ in .unavailable }])
      let provider = PartnerTokenProvider(
        clientID: "id", clientSecret: "secret", transport: server, time: clock.timeSource)
      _ = try await provider.accessToken()
      pauses.formUnion(clock.sleeps)
    }
    #expect(pauses.count == 5)
  }

  @Test func oldTokenIsProvidedWhileANewOneIsRequested() async throws {
    let clock = LeapClock()
    let server = TokenServer(
      script: (1...2).map { number in { _ in .json(#"{"access_token":"P\#(number)","expires_in":3600}"#) } })
    let provider = PartnerTokenProvider(
      clientID: "id", clientSecret: "secret", transport: server, time: clock.timeSource)
    #expect(try await provider.accessToken().value == "P1")
    clock.advance(by: .seconds(3_299))
    #expect(try await provider.accessToken().value == "P1")
    #expect(await server.count == 1)
    clock.advance(by: .seconds(2))
    while try await provider.accessToken().value == "P1" { await Task.yield() }
    #expect(await server.count == 2)
  }

  @Test func cancelledCallerReturnsWhileTheRequestContinues() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let provider = PartnerTokenProvider(
      clientID: "id", clientSecret: "secret", transport: server, time: LeapClock().timeSource)
    let first = Task { try await provider.accessToken().value }
    await gate.waitForArrivals(1)
    let second = Task { try await provider.accessToken().value }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    await gate.open()
    #expect(try await second.value == "A1")
    #expect(await server.count == 1)
    #expect(!allDescriptions(provider).contains("secret"))
  }

  @Test func rejectionOfEveryTokenIsLimited() async throws {
    let clock = LeapClock()
    let server = TokenServer()
    let provider = PartnerTokenProvider(
      clientID: "id", clientSecret: "secret", transport: server, time: clock.timeSource)
    var token = try await provider.accessToken()
    for _ in 0..<5 { token = try await provider.accessToken(replacing: token) }
    let last = token
    #expect(try await oauthError { try await provider.accessToken(replacing: last) }.code == .temporarilyUnavailable)
    clock.advance(by: .seconds(30))
    #expect(try await provider.accessToken(replacing: last).value != last.value)
  }

  @Test func wrongSecretIsReported() async throws {
    let transport = ScriptedTransport([.json(401, #"{"error":"invalid_client"}"#)])
    let error = await #expect(throws: OAuthError.self) { try await provider(transport).accessToken(replacing: nil) }
    #expect(error?.code == .invalidClient)
    #expect(!"\(String(describing: error))".contains("s3"))
  }

  @Test func invalidGrantMeansTheClientIsNotAccepted() async throws {
    let transport = ScriptedTransport([
      .json(400, #"{"error":"invalid_grant"}"#), .json(200, #"{"access_token":"first","expires_in":3600}"#),
    ])
    let provider = provider(transport)
    let error = await #expect(throws: OAuthError.self) { try await provider.accessToken(replacing: nil) }
    #expect(error?.code == .invalidClient)
    #expect(error?.oauthError == "invalid_grant")
    #expect(error?.status == 400)
    // The failure is not remembered.
    #expect(try await provider.accessToken(replacing: nil).value == "first")
  }
}
