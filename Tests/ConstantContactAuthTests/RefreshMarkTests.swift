import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

/// Lost responses to refreshes.
@Suite(.timeLimit(.minutes(5)))
struct RefreshMarkTests {
  let clock = LeapClock()

  func source(_ server: TokenServer, _ store: any TokenStore) -> TokenSource {
    TokenSource(client: .confidential, transport: server, store: store, time: clock.timeSource)
  }

  static let lost: TokenServer.Response = { _ in
    throw TransportError(.connectionLost, delivery: .uncertain, message: "gone")
  }
  static let unsent: TokenServer.Response = { _ in
    throw TransportError(.cannotConnect, delivery: .notSent, message: "refused")
  }

  private func marked() -> OAuthCredentials {
    var pair = OAuthCredentials.held(expiresIn: .zero)
    pair.refreshStartedAt = LeapClock.start
    return pair
  }

  @Test func storeIsMarkedBeforeTheRequestIsSent() async throws {
    let gate = Gate()
    let server = TokenServer(gate: gate)
    let store = ProbeStore(.held(expiresIn: .zero))
    let caller = Task { [source = source(server, store)] in try await source.accessToken().value }
    await gate.waitForArrivals(1)
    #expect(try await store.load()?.refreshStartedAt == LeapClock.start)
    #expect(try await store.load()?.generation == 7)
    #expect(await store.exclusive == 1)
    await gate.open()
    #expect(try await caller.value == "A1")
    #expect(try await store.load()?.refreshStartedAt == nil)
    #expect(try await store.load()?.generation == 8)
    #expect(await store.exclusive == 0)
  }

  @Test func refreshThatCannotBeMarkedIsNotSent() async throws {
    let server = TokenServer()
    let store = ProbeStore(.held(expiresIn: .zero))
    await store.failMarks(1)
    let source = source(server, store)
    let error = try await oauthError { try await source.accessToken() }
    #expect(error.code == .storage)
    #expect(await server.count == 0)
    #expect(await store.exclusive == 0)
    #expect(try await source.accessToken().value == "A1")
  }

  @Test(
    arguments: [
      { _ in .unavailable },
      { _ in .json(#"{"access_tok"#) },
      Self.lost,
      { _ in throw TransportError(.badResponse, delivery: .delivered, message: "half") },
      { _ in throw CancellationError() },
    ] as [TokenServer.Response])
  func rejectionAfterALostResponseIsReportedAsLost(_ response: @escaping TokenServer.Response) async throws {
    let server = TokenServer(script: [response, { _ in .invalidGrant }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    var error = try await oauthError { try await source.accessToken() }
    // Some responses end the refresh, and the next call finds the mark.
    if !error.needsReconnection { error = try await oauthError { try await source.accessToken() } }
    #expect(error.code == .responseLost)
    #expect(error.oauthError == "invalid_grant")
    #expect(error.message.contains("response to an earlier refresh was lost"))
    #expect(await server.count == 2)
    #expect(await store.load()?.refreshStartedAt != nil)
  }

  @Test(
    arguments: [
      { _ in .json("{}", status: 429) },
      { _ in .json(#"{"error":"temporarily_unavailable"}"#, status: 400) },
      Self.unsent,
      { _ in .json(#"{"error":"invalid_client"}"#, status: 401) },
    ] as [TokenServer.Response])
  func rejectionAfterACleanFailureRequiresReconnection(_ response: @escaping TokenServer.Response) async throws {
    let server = TokenServer(script: [response, { _ in .invalidGrant }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    var error = try await oauthError { try await source.accessToken() }
    if error.code == .invalidClient {
      #expect(await store.load()?.refreshStartedAt == nil)
      error = try await oauthError { try await source.accessToken() }
    }
    #expect(error.code == .reconnectRequired)
    #expect(await store.load()?.refreshStartedAt == nil)
  }

  @Test func cleanFailureKeepsTheDoubtOfAnEarlierRefresh() async throws {
    let busy: TokenServer.Response = { _ in .json("{}", status: 429) }
    let server = TokenServer(script: [Self.lost, busy, busy, { _ in .invalidGrant }])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let first = source(server, store)
    #expect(try await oauthError { try await first.accessToken() }.code == .temporarilyUnavailable)
    // As after a restart: only the store remembers.
    let second = source(server, store)
    #expect(try await oauthError { try await second.accessToken() }.code == .responseLost)
  }

  @Test func refreshThatNeverArrivedIsRetried() async throws {
    let server = TokenServer()
    let store = MemoryTokenStore(marked())
    #expect(try await source(server, store).accessToken().value == "A1")
    #expect(await store.load()?.refreshStartedAt == nil)
    #expect(await server.count == 1)
  }

  @Test func rejectedRefreshTokenIsNotSentAgainForHalfAMinute() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }, { _ in .invalidGrant }])
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    for _ in 0..<10 { #expect(try await oauthError { try await source.accessToken() }.code == .reconnectRequired) }
    #expect(await server.count == 1)
    clock.advance(by: .seconds(30))
    #expect(try await oauthError { try await source.accessToken() }.code == .reconnectRequired)
    #expect(await server.count == 2)
  }

  @Test func storeRemembersALostResponseForAllProcesses() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }])
    let store = MemoryTokenStore(marked())
    for _ in 0..<5 {
      let other = source(server, store)
      for _ in 0..<3 { #expect(try await oauthError { try await other.accessToken() }.code == .responseLost) }
      clock.advance(by: .seconds(3_600))
    }
    #expect(await server.count == 1)
    let pair = try #require(await store.load())
    #expect(pair.responseLostAt == LeapClock.start)
    #expect(pair.refreshStartedAt != nil)
    #expect(pair.generation == 7)
  }

  @Test func lostResponseThatCannotBeRememberedIsNotSentAgainForHalfAMinute() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }, { _ in .invalidGrant }])
    let store = ProbeStore(marked())
    let source = source(server, store)
    await store.failMarks(1, after: 1)
    for _ in 0..<10 { #expect(try await oauthError { try await source.accessToken() }.code == .responseLost) }
    #expect(await server.count == 1)
    clock.advance(by: .seconds(30))
    #expect(try await oauthError { try await source.accessToken() }.code == .responseLost)
    #expect(await server.count == 2)
    #expect(try await store.load()?.responseLostAt != nil)
  }

  @Test func newGrantIsAdoptedAfterALostResponse() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }])
    let store = MemoryTokenStore(marked())
    let source = source(server, store)
    #expect(try await oauthError { try await source.accessToken() }.code == .responseLost)
    // The account was connected again by another process.
    try await store.replace(with: .held(refreshToken: "S0"))
    #expect(try await source.accessToken().value == "A0")
    try await store.replace(with: .held(expiresIn: .zero, refreshToken: "S1"))
    clock.advance(by: .seconds(86_400))
    #expect(try await source.accessToken().value == "A1")
    #expect(try await server.form(1)["refresh_token"] == "S1")
    #expect(await store.load()?.responseLostAt == nil)
  }

  @Test func validTokenIsProvidedWhileTheRefreshTokenIsDead() async throws {
    let server = TokenServer(script: [{ _ in .invalidGrant }, { _ in .invalidGrant }])
    var pair = marked()
    pair.expiresAt = LeapClock.start.addingTimeInterval(200)
    let source = source(server, MemoryTokenStore(pair))
    while await server.count < 1 {
      #expect(try await source.accessToken().value == "A0")
      await Task.yield()
    }
    for _ in 0..<100 {
      #expect(try await source.accessToken().value == "A0")
      await Task.yield()
    }
    #expect(await server.count == 1)
    clock.advance(by: .seconds(200))
    #expect(try await oauthError { try await source.accessToken() }.code == .responseLost)
  }

  @Test func saveThatReportedAnErrorButSucceededIsDetected() async throws {
    let server = TokenServer()
    let store = ProbeStore(.held(expiresIn: .zero))
    await store.seemToFailSaves(1)
    #expect(try await source(server, store).accessToken().value == "A1")
    #expect(try await store.load()?.refreshToken == "R1")
    #expect(await server.count == 1)
  }

  @Test func credentialsSavedBeforeTheRequestAreAdopted() async throws {
    let server = TokenServer()
    let store = OvertakenStore(.held(expiresIn: .zero), by: OAuthCredentials(accessToken: "B1", generation: 8))
    #expect(try await source(server, store).accessToken().value == "B1")
    #expect(await server.count == 0)
  }

  @Test func pairContainsItsIssueDateAndRefreshTokenExpiry() async throws {
    clock.advance(by: .seconds(3))
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    _ = try await source(TokenServer(), store).accessToken()
    let pair = try #require(await store.load())
    #expect(pair.issuedAt == clock.date)
    #expect(pair.refreshTokenExpiresAt == clock.date.addingTimeInterval(180 * 86_400))
    #expect(OAuthCredentials.held(refreshToken: nil).refreshTokenExpiresAt == nil)
    #expect(OAuthCredentials.held().refreshTokenExpiresAt == nil)
  }

  @Test func marksAreEncodedAndDecoded() throws {
    var pair = marked()
    pair.issuedAt = LeapClock.start
    pair.responseLostAt = LeapClock.start
    let text = try JSONEncoder().encode(pair)
    #expect(try JSONDecoder().decode(OAuthCredentials.self, from: text) == pair)
    #expect(String(decoding: text, as: UTF8.self).contains(#""refresh_started_at":1800000000"#))
    #expect(String(decoding: text, as: UTF8.self).contains(#""response_lost_at":1800000000"#))
    let old = Data(#"{"access_token":"A","generation":1}"#.utf8)
    let read = try JSONDecoder().decode(OAuthCredentials.self, from: old)
    #expect(read.refreshStartedAt == nil && read.issuedAt == nil && read.responseLostAt == nil)
  }
}

/// A store in which another process saves first, once.
private actor OvertakenStore: TokenStore {
  private let base: MemoryTokenStore
  private var other: OAuthCredentials?

  init(_ credentials: OAuthCredentials, by other: OAuthCredentials) {
    base = MemoryTokenStore(credentials)
    self.other = other
  }

  func load() async -> OAuthCredentials? { await base.load() }
  func clear() async { await base.clear() }
  func save(_ new: OAuthCredentials, replacing expected: Int?) async -> Bool {
    if let other {
      self.other = nil
      _ = await base.save(other, replacing: expected)
    }
    return await base.save(new, replacing: expected)
  }
}
