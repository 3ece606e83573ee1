import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenRequestLimitTests {
  private func refresh(_ client: TokenClient) async throws -> OAuthCredentials { try await client.refresh(.held()) }

  @Test func clientsThatShareALimitKeepRequestsASecondApart() async throws {
    let clock = ManualClock(automatic: true)
    let time = clock.timeSource
    let fake = FakeConstantContact(
      {
        var configuration = FakeConstantContact.Configuration(time: time)
        configuration.tokenRequestsPerSecond = 1
        configuration.refreshTokenMode = .longLived
        return configuration
      }())
    await fake.acceptRefreshToken("R0")
    let app = OAuthClient(clientID: "sandbox-client", clientSecret: "sandbox-secret")
    let limit = TokenRequestLimit(time: time)
    try await withThrowingTaskGroup { group in
      for _ in 0..<30 {
        let client = TokenClient(client: app, transport: fake, time: time, requestLimit: limit)
        group.addTask { _ = try await client.refresh(.held()) }
      }
      try await group.waitForAll()
    }
    let times = await fake.requests.map(\.elapsed)
    #expect(times == (0..<30).map { .seconds($0) })
    #expect(await fake.requests.allSatisfy { $0.status == 200 })
  }

  @Test func whoLeavesTheEndOfTheRowLeavesNoGap() async throws {
    let clock = ManualClock()
    let server = TokenServer()
    let client = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    _ = try await refresh(client)
    let leaving = Task { try await refresh(client) }
    await clock.waitForSleepers()
    leaving.cancel()
    await #expect(throws: CancellationError.self) { try await leaving.value }
    #expect(await server.count == 1)
    let next = Task { try await refresh(client) }
    await clock.waitForSleepers()
    await clock.advance(by: .seconds(1))
    _ = try await next.value
    #expect(await server.count == 2)
  }

  @Test(arguments: [("7", 7), ("3600", 60), ("0", 1), ("soon", 1)])
  func theHostIsLeftAloneForAsLongAsItAsksButAMinuteAtMost(_ field: String, _ seconds: Int) async throws {
    let clock = LeapClock()
    let busy = TransportResponse(status: 429, headers: ["Retry-After": field])
    let server = TokenServer(script: [{ _ in busy }])
    let client = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    let error = try await authError { try await refresh(client) }
    #expect(error.code == .temporarilyUnavailable)
    _ = try await refresh(client)
    #expect(clock.date == LeapClock.start.addingTimeInterval(Double(seconds)))
  }

  @Test func aSourceWaitsAsLongAsTheHostAsks() async throws {
    let clock = LeapClock()
    let busy = TransportResponse(status: 503, headers: ["Retry-After": "30"])
    let server = TokenServer(script: [{ _ in busy }])
    let source = TokenSource(
      client: .confidential, transport: server, store: MemoryTokenStore(.held(expiresIn: .zero)),
      time: clock.timeSource)
    #expect(try await source.accessToken().value == "A1")
    #expect(clock.date == LeapClock.start.addingTimeInterval(30))
  }

  @Test func zeroMeansNoLimit() async throws {
    let clock = LeapClock()
    let client = TokenClient(
      client: .confidential, transport: TokenServer(), time: clock.timeSource,
      requestLimit: TokenRequestLimit(interval: .zero, time: clock.timeSource))
    for _ in 0..<10 { _ = try await refresh(client) }
    #expect(clock.sleeps.isEmpty)
  }
}
