import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenSourceTests {
  let clock = LeapClock()
  let gate = Gate()

  func source(_ server: TokenServer, _ store: any TokenStore) -> TokenSource {
    TokenSource(client: .confidential, transport: server, store: store, time: clock.timeSource)
  }

  /// Starts 1,000 callers before the token endpoint responds, and counts their results.
  private func storm(_ source: TokenSource, replacing rejected: AccessToken?) async throws -> [String: Int] {
    let arrivals = Gate(open: true)
    return try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<1_000 {
        group.addTask {
          await arrivals.pass()
          return try await source.accessToken(replacing: rejected).value
        }
      }
      await arrivals.waitForArrivals(1_000)
      for _ in 0..<100 { await Task.yield() }
      await gate.open()
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }

  @Test func oneRefreshServesAThousandCallers() async throws {
    let server = TokenServer(gate: gate)
    let store = ProbeStore(.held(expiresIn: .zero))
    #expect(try await storm(source(server, store), replacing: nil) == ["A1": 1_000])
    #expect(await server.count == 1)
    #expect(await store.saves == 1)
    #expect(await store.marks == 1)
  }

  @Test func oneRefreshFollowsAThousandRejections() async throws {
    let server = TokenServer(gate: gate)
    let source = source(server, MemoryTokenStore(.held()))
    let rejected = try await source.accessToken()
    #expect(rejected.value == "A0")
    #expect(try await storm(source, replacing: rejected) == ["A1": 1_000])
    #expect(await server.count == 1)
  }

  @Test func rejectionOfAnOldTokenDoesNotRefresh() async throws {
    let server = TokenServer()
    let source = source(server, MemoryTokenStore(.held()))
    #expect(try await source.accessToken(replacing: AccessToken("A0")).value == "A1")
    #expect(try await source.accessToken(replacing: AccessToken("A0")).value == "A1")
    #expect(await server.count == 1)
  }

  @Test func rejectionBeforeTheFirstLoadRefreshes() async throws {
    let server = TokenServer()
    // 'A0' is not held yet: loading it is no replacement.
    #expect(try await source(server, MemoryTokenStore(.held())).accessToken(replacing: AccessToken("A0")).value == "A1")
  }

  @Test func tokenWithUnknownExpiryIsUsedUntilRejected() async throws {
    let server = TokenServer()
    let source = source(server, MemoryTokenStore(.held(expiresIn: nil)))
    clock.advance(by: .seconds(1_000_000))
    #expect(try await source.accessToken().value == "A0")
    #expect(await server.count == 0)
    #expect(try await source.accessToken(replacing: AccessToken("A0")).value == "A1")
  }

  @Test func cancelledCallerReturnsAtOnceAndOthersGetTheirToken() async throws {
    let server = TokenServer(gate: gate)
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    let first = Task { try await source.accessToken() }
    await gate.waitForArrivals(1)
    let second = Task { try await source.accessToken() }
    first.cancel()
    // The gate is still closed, so only the cancellation can end this.
    await #expect(throws: CancellationError.self) { try await first.value }
    await gate.open()
    #expect(try await second.value.value == "A1")
    #expect(await server.count == 1)
  }

  @Test func oldTokenIsProvidedDuringAnEarlyRefresh() async throws {
    let server = TokenServer(gate: gate)
    let source = source(server, MemoryTokenStore(.held(expiresIn: .seconds(600))))
    clock.advance(by: .seconds(299))
    #expect(try await source.accessToken().value == "A0")
    #expect(try await source.accessToken().value == "A0")
    #expect(await server.count == 0)
    clock.advance(by: .seconds(2))
    for _ in 0..<10 { #expect(try await source.accessToken().value == "A0") }
    await gate.waitForArrivals(1)
    #expect(try await source.accessToken().value == "A0")
    await gate.open()
    while try await source.accessToken().value == "A0" { await Task.yield() }
    #expect(try await source.accessToken().value == "A1")
    #expect(await server.count == 1)
  }

  @Test func pairIsSavedBeforeItIsProvided() async throws {
    let store = ProbeStore(.held(expiresIn: .zero), saveGate: gate)
    let source = source(TokenServer(), store)
    let served = Locked(false)
    let caller = Task {
      let token = try await source.accessToken()
      served.withLock { $0 = true }
      return token.value
    }
    await gate.waitForArrivals(1)
    for _ in 0..<100 { await Task.yield() }
    #expect(served.withLock { $0 } == false)
    await gate.open()
    #expect(try await caller.value == "A1")
    #expect(try await store.load()?.accessToken == "A1")
    #expect(try await store.load()?.generation == 8)
  }

  @Test func failedSaveKeepsThePair() async throws {
    let server = TokenServer()
    let store = ProbeStore(.held(expiresIn: .zero))
    let source = source(server, store)
    // Three attempts per refresh.
    await store.failSaves(6)
    for _ in 0..<2 {
      let error = try await oauthError { try await source.accessToken() }
      #expect(error.code == .storage)
    }
    #expect(try await store.load()?.accessToken == "A0")
    #expect(try await source.accessToken().value == "A1")
    #expect(try await store.load()?.refreshToken == "R1")
    #expect(await server.count == 1)
  }

  @Test func validTokenIsProvidedWhileSavingFails() async throws {
    let server = TokenServer()
    let store = ProbeStore(.held(expiresIn: .seconds(100)))
    let source = source(server, store)
    await store.failSaves(3)
    #expect(try await source.accessToken().value == "A0")
    while try await source.accessToken().value == "A0" { await Task.yield() }
    #expect(try await store.load()?.accessToken == "A1")
    #expect(await server.count == 1)
  }

  @Test func storeIsReadOnceForAThousandCallers() async throws {
    await gate.open()
    let store = ProbeStore(.held())
    #expect(try await storm(source(TokenServer(), store), replacing: nil) == ["A0": 1_000])
    #expect(await store.loads == 1)
  }

  @Test func currentCredentialsDoNotRefresh() async throws {
    let server = TokenServer()
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    #expect(await source.scopes == nil)
    #expect(try await source.currentCredentials()?.generation == 7)
    #expect(await server.count == 0)
  }
}
