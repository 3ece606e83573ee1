import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct TokenTests {
  private static let one = AccessToken("one")
  private static let two = AccessToken("two")
  private static let refused = ScriptedTransport.Step.json(
    401, #"{"error_key":"unauthorized","error_message":"Unauthorized"}"#, headers: ["x-amzn-RequestId": "r-1"])
  private static let ok = ScriptedTransport.Step.json(200, "{}")

  private func sentTokens(_ bench: Bench) async -> [String?] {
    await bench.requests.map { $0.headers["authorization"] }
  }

  @Test(arguments: [ReplayRule.idempotent, .onlyIfNotSent])
  func unauthorizedIsRetriedOnceWithAnotherToken(rule: ReplayRule) async throws {
    let tokens = TokenList(Self.one, Self.two)
    let bench = Bench([Self.refused, Self.ok], tokens: tokens)
    _ = try await bench.client.send(.text(.post, replay: rule))
    #expect(await sentTokens(bench) == ["Bearer one", "Bearer two"])
    #expect(await tokens.calls == [nil, Self.one])
    #expect(bench.clock.elapsed == .zero)
  }

  @Test func secondUnauthorizedIsFinal() async throws {
    let bench = Bench([Self.refused, Self.refused, Self.ok], tokens: TokenList(Self.one, Self.two))
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .unauthorized)
    #expect(error.isAuthorizationFailure)
    #expect(error.localizedDescription.contains("Reconnect the account."))
    #expect(await bench.requests.count == 2)
  }

  @Test func retryAfterUnauthorizedIsNotCounted() async throws {
    let lone = Bench([Self.refused, Self.ok], tokens: TokenList(Self.one, Self.two)) { $0.retry = .none }
    _ = try await lone.client.send(.text())

    let failing = Array(repeating: ScriptedTransport.Step.json(503, ""), count: 9)
    let diary = Diary()
    let bench = Bench([failing[0], Self.refused] + failing, diary: diary, tokens: TokenList(Self.one, Self.two)) {
      $0.rateLimit = RateLimit(perSecond: 1000, time: $0.time)
    }
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .server)
    #expect(await sentTokens(bench) == ["Bearer one", "Bearer one"] + Array(repeating: "Bearer two", count: 4))
    #expect(diary.times.prefix(4) == [.zero, .milliseconds(250), .milliseconds(250), .milliseconds(750)])
  }

  @Test func unauthorizedIsFinalWhenRetriesAreForbidden() async throws {
    let bench = Bench([Self.refused, Self.ok], tokens: TokenList(Self.one, Self.two))
    let error = try await failure { try await bench.client.send(.text(.post, replay: .never)) }
    #expect(error.code == .unauthorized)
    #expect(await bench.requests.count == 1)
  }

  @Test func refusedStaticTokenRequiresReconnection() async throws {
    let bench = Bench([Self.refused, Self.ok])
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .reconnectRequired)
    #expect(
      error.message == "The API rejected the access token, which cannot be refreshed. Start again with a new token.")
    #expect(error.status == 401)
    #expect(error.requestIDs == ["r-1"])
    #expect(error.faults == [APIFault(key: .unauthorized, message: "Unauthorized")])
    #expect(error.cause is OAuthError)
    #expect(await bench.requests.count == 1)
  }

  @Test(arguments: [
    (OAuthError.Code.reconnectRequired, ConstantContactError.Code.reconnectRequired),
    (.invalidGrant, .reconnectRequired), (.invalidClient, .invalidClient), (.temporarilyUnavailable, .tokenUnavailable),
    (.storage, .tokenUnavailable),
  ])
  func tokenErrorsAreMapped(cause: OAuthError.Code, code: ConstantContactError.Code) async throws {
    struct Failing: AccessTokenProvider {
      let error: any Error
      func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken { throw error }
    }
    let bench = Bench([Self.ok], tokens: Failing(error: OAuthError(cause, message: "why")))
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == code)
    #expect(error.message == "why")
    let other = Bench([Self.ok], tokens: Failing(error: CocoaError(.fileNoSuchFile)))
    #expect(try await failure { try await other.client.send(.text()) }.code == .tokenUnavailable)
    let cancelled = Bench([Self.ok], tokens: Failing(error: CancellationError()))
    await #expect(throws: CancellationError.self) { try await cancelled.client.send(.text()) }
    #expect(await bench.requests.isEmpty)
  }

  /// Fills the limit for the present second, so that the next call waits for one.
  private func fill(_ limit: RateLimit, _ clock: ManualClock, perSecond: Int) async throws {
    for _ in 0..<perSecond {
      _ = try await limit.acquire(operation: "other", patience: .seconds(9))
      clock.endWork()
    }
  }

  @Test func tokenThatExpiresInTheQueueIsReplaced() async throws {
    let clock = ManualClock(automatic: true)
    let limit = RateLimit(perSecond: 2, margin: .zero, time: clock.timeSource)
    try await fill(limit, clock, perSecond: 2)
    let shortLived = AccessToken("short", expiresAt: clock.date.addingTimeInterval(0.5))
    let tokens = TokenQueue([shortLived, AccessToken("fresh", expiresAt: clock.date.addingTimeInterval(3600))])
    let bench = Bench([Self.ok], clock: clock, tokens: tokens) { $0.rateLimit = limit }
    _ = try await bench.client.send(.text())
    #expect(await sentTokens(bench) == ["Bearer fresh"])
    #expect(await limit.dailyQuota.used == 3)
    // The slot was returned: another call gets one at once.
    let before = clock.elapsed
    #expect(before == .seconds(1))
    _ = try await limit.acquire(operation: "other", patience: .zero)
    clock.endWork()
    #expect(clock.elapsed == before)
  }

  @Test func expiredStaticTokenIsSentOnce() async throws {
    let clock = ManualClock(automatic: true)
    let token = AccessToken("old", expiresAt: clock.date.addingTimeInterval(-60))
    let bench = Bench([Self.refused, Self.ok], clock: clock, tokens: StaticTokenProvider(token))
    #expect(try await failure { try await bench.client.send(.text()) }.code == .reconnectRequired)
    #expect(await bench.requests.count == 1)
  }

  @Test func providerOfExpiredTokensIsCalledTwice() async throws {
    // As when the machine's clock is days ahead: every token looks expired, and each is a new one.
    let clock = ManualClock(automatic: true)
    let past = clock.date.addingTimeInterval(-60)
    let tokens = TokenQueue((1...50).map { AccessToken("old-\($0)", expiresAt: past) })
    let bench = Bench([Self.ok], clock: clock, tokens: tokens)
    _ = try await bench.client.send(.text())
    #expect(await sentTokens(bench) == ["Bearer old-2"])
    #expect(await bench.client.configuration.rateLimit.dailyQuota.used == 1)
  }

  @Test func deadlineEndsAWaitForATokenAtOnce() async throws {
    struct Slow: AccessTokenProvider {
      let time: TimeSource
      func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
        try await time.sleep(for: .seconds(301))
        return AccessToken("late")
      }
    }
    let clock = ManualClock(automatic: true)
    let bench = Bench([Self.ok], clock: clock, tokens: Slow(time: clock.timeSource))
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .timedOut)
    #expect(error.effect == .none)
    #expect(clock.elapsed == .seconds(300))
    #expect(await bench.requests.isEmpty)
  }
}

/// Serves the next token each time, until the last.
actor TokenQueue: AccessTokenProvider {
  private var tokens: [AccessToken]

  init(_ tokens: [AccessToken]) { self.tokens = tokens }

  func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    tokens.count > 1 ? tokens.removeFirst() : tokens[0]
  }
}
