import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenSourceFailureTests {
  let clock = LeapClock()

  func source(_ server: TokenServer, _ store: any TokenStore) -> TokenSource {
    TokenSource(client: .confidential, transport: server, store: store, time: clock.timeSource)
  }

  @Test func transientFailureIsRetriedTwiceAndNotRemembered() async throws {
    let server = TokenServer(script: Array(repeating: { _ in .unavailable }, count: 3))
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    let error = try await oauthError { try await source.accessToken() }
    #expect(error.code == .temporarilyUnavailable)
    #expect(error.isTransient)
    #expect(await server.count == 3)
    #expect(clock.sleeps.count == 2)
    #expect(clock.sleeps.allSatisfy { $0 >= .seconds(1) && $0 <= .seconds(3) })
    #expect(try await source.accessToken().value == "A1")
  }

  @Test func lostConnectionIsRetried() async throws {
    let server = TokenServer(script: [
      { _ in throw TransportError(.connectionLost, delivery: .uncertain, message: "gone") },
      { _ in .json("{}", status: 429) },
    ])
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    #expect(try await source.accessToken().value == "A1")
    #expect(await server.count == 3)
  }

  @Test func cancellationByTheTransportDoesNotCancelCallers() async throws {
    let server = TokenServer(script: [{ _ in throw CancellationError() }])
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    let error = try await oauthError { try await source.accessToken() }
    #expect(error.code == .temporarilyUnavailable)
    #expect(try await source.accessToken().value == "A1")
  }

  @Test func validTokenIsProvidedWhileTheEndpointIsDown() async throws {
    let server = TokenServer(script: Array(repeating: { _ in .unavailable }, count: 3))
    let source = source(server, MemoryTokenStore(.held(expiresIn: .seconds(250))))
    while await server.count < 3 {
      #expect(try await source.accessToken().value == "A0")
      await Task.yield()
    }
    // No caller waits, so the next refresh starts after half a minute.
    for _ in 0..<100 {
      #expect(try await source.accessToken().value == "A0")
      await Task.yield()
    }
    #expect(await server.count == 3)
    clock.advance(by: .seconds(31))
    while try await source.accessToken().value == "A0" { await Task.yield() }
    #expect(await server.count == 4)
  }

  @Test func rejectedRefreshTokenRequiresReconnection() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    let error = try await oauthError { try await source.accessToken() }
    #expect(error.code == .reconnectRequired)
    #expect(error.message.contains("Reconnect the account"))
    #expect(await server.count == 1)
    #expect(await store.load()?.accessToken == "A0")
  }

  @Test func newerStoredPairIsAdoptedAfterInvalidGrant() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate, script: [{ _ in .invalidGrant }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    let caller = Task { try await source.accessToken() }
    await gate.waitForArrivals(1)
    _ = await store.save(OAuthCredentials(accessToken: "B1", refreshToken: "S1", generation: 8), replacing: 7)
    await gate.open()
    #expect(try await caller.value.value == "B1")
    #expect(await server.count == 1)
  }

  @Test func newerStoredPairIsAdoptedBeforeARefresh() async throws {
    let server = TokenServer()
    let store = MemoryTokenStore(.held())
    let source = source(server, store)
    #expect(try await source.accessToken().value == "A0")
    _ = await store.save(OAuthCredentials(accessToken: "B1", refreshToken: "S1", generation: 8), replacing: 7)
    #expect(try await source.accessToken(replacing: AccessToken("A0")).value == "B1")
    #expect(await server.count == 0)
  }

  @Test func pairSavedDuringARefreshIsKept() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    let caller = Task { try await source.accessToken() }
    await gate.waitForArrivals(1)
    _ = await store.save(OAuthCredentials(accessToken: "B1", refreshToken: "S1", generation: 8), replacing: 7)
    await gate.open()
    #expect(try await caller.value.value == "B1")
    #expect(await store.load()?.accessToken == "B1")
  }

  @Test func clearedStoreEndsTheConnectionUntilANewGrant() async throws {
    let server = TokenServer()
    let store = MemoryTokenStore(.held())
    let source = source(server, store)
    #expect(try await source.accessToken().value == "A0")
    await store.clear()
    let error = try await oauthError { try await source.accessToken(replacing: AccessToken("A0")) }
    #expect(error.code == .reconnectRequired)
    #expect(await server.count == 0)
    try await store.replace(with: OAuthCredentials(accessToken: "B1", refreshToken: "S1"))
    #expect(try await source.accessToken().value == "B1")
  }

  @Test func expiryWithoutRefreshTokenRequiresReconnection() async throws {
    let server = TokenServer()
    let source = source(server, MemoryTokenStore(.held(expiresIn: .seconds(60), refreshToken: nil)))
    #expect(try await source.accessToken().value == "A0")
    let rejected = try await oauthError { try await source.accessToken(replacing: AccessToken("A0")) }
    #expect(rejected.code == .reconnectRequired)
    clock.advance(by: .seconds(60))
    let expired = try await oauthError { try await source.accessToken() }
    #expect(expired.code == .reconnectRequired)
    #expect(await server.count == 0)
  }

  @Test func callsThatSendNothingAreNotCounted() async throws {
    let server = TokenServer()
    let store = MemoryTokenStore(.held(expiresIn: .zero, refreshToken: nil))
    let source = source(server, store)
    for _ in 0..<6 {
      let error = try await oauthError { try await source.accessToken() }
      #expect(error.code == .reconnectRequired)
    }
    try await store.replace(with: .held(expiresIn: .zero))
    #expect(try await source.accessToken().value == "A1")
  }

  @Test func rejectionOfEveryTokenIsLimited() async throws {
    let server = TokenServer()
    let source = source(server, MemoryTokenStore(.held()))
    var token = try await source.accessToken()
    for _ in 0..<5 { token = try await source.accessToken(replacing: token) }
    let last = token
    let error = try await oauthError { try await source.accessToken(replacing: last) }
    #expect(error.code == .temporarilyUnavailable)
    #expect(await server.count == 5)
    clock.advance(by: .seconds(30))
    #expect(try await source.accessToken(replacing: last).value == "A6")
  }

  @Test func shortLivedTokensAreRefreshedEachTime() async throws {
    let server = TokenServer(
      script: (1...100).map { number in { _ in .json(#"{"access_token":"B\#(number)","expires_in":1}"#) } })
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    for number in 1...100 {
      #expect(try await source.accessToken().value == "B\(number)")
      clock.advance(by: .seconds(1))
    }
  }

  @Test func repeatedRejectedTokenIsAnError() async throws {
    let server = TokenServer(script: [{ _ in .json(#"{"access_token":"A0"}"#) }])
    let source = source(server, MemoryTokenStore(.held()))
    let error = try await oauthError { try await source.accessToken(replacing: AccessToken("A0")) }
    #expect(error.code == .invalidResponse)
  }

  @Test(arguments: ["", #","refresh_token":"""#, #","refresh_token":null"#, #","refresh_token":"R0""#])
  func longLivedRefreshTokensAreKept(_ field: String) async throws {
    let server = TokenServer(script: [{ _ in .json(#"{"access_token":"A1","expires_in":60\#(field)}"#) }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    #expect(try await source.accessToken().value == "A1")
    #expect(await store.load()?.refreshToken == "R0")
    clock.advance(by: .seconds(60))
    _ = try await source.accessToken()
    #expect(try await server.form(1)["refresh_token"] == "R0")
  }
}
