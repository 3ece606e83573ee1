import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenRequestLimitTests {
  private func refresh(_ client: TokenClient) async throws -> OAuthCredentials { try await client.refresh(.held()) }

  @Test func sharedLimitAdmitsOneRequestPerSecond() async throws {
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
  func retryAfterPausesRequestsForAMinuteAtMost(_ field: String, _ seconds: Int) async throws {
    let clock = LeapClock()
    let busy = TransportResponse(status: 429, headers: ["Retry-After": field])
    let server = TokenServer(script: [{ _ in busy }])
    let client = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    let error = try await oauthError { try await refresh(client) }
    #expect(error.code == .temporarilyUnavailable)
    _ = try await refresh(client)
    #expect(clock.date == LeapClock.start.addingTimeInterval(Double(seconds)))
  }

  @Test(arguments: [
    // A date is counted from the server's own date: the local clock may be wrong.
    ("Fri, 15 Jan 2027 08:00:20 GMT", "Fri, 15 Jan 2027 08:00:00 GMT", 20),
    ("Sun, 06 Nov 1994 08:49:50 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 13),
    ("Thu, 01 Mar 2096 00:00:05 GMT", "Wed, 29 Feb 2096 23:59:55 GMT", 10),
    // The test's clock starts at this date.
    ("Fri, 15 Jan 2027 08:00:20 GMT", nil, 20), ("Fri, 15 Jan 2027 08:00:20 GMT", "yesterday", 20),
    ("Sun, 06 Nov 1994 08:49:37 GMT", nil, 1), ("Fri, 31 Dec 9999 23:59:59 GMT", nil, 60),
    ("99999999999999999999", nil, 60), ("-5", nil, 1), ("", nil, 1), ("Fri, 99 Jan 2027 99:99:99 GMT", nil, 1),
    ("Fri, 15 Jan 2027 08:00 GMT", nil, 1), ("Fri, 15 Foo 2027 08:00:20 GMT", nil, 1),
  ])
  func retryAfterMayBeADate(_ field: String, _ date: String?, _ seconds: Int) async throws {
    let clock = LeapClock()
    var headers: TransportHeaders = ["Retry-After": field]
    headers["Date"] = date
    let busy = TransportResponse(status: 503, headers: headers)
    let server = TokenServer(script: [{ _ in busy }])
    let client = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    _ = try await oauthError { try await refresh(client) }
    _ = try await refresh(client)
    #expect(clock.date == LeapClock.start.addingTimeInterval(Double(seconds)))
  }

  @Test(arguments: [Duration.seconds(Int64.max), .seconds(Int64.min), .nanoseconds(1), .zero])
  func extremeIntervalsDoNotTrap(interval: Duration) async throws {
    let clock = LeapClock()
    let limit = TokenRequestLimit(interval: interval, time: clock.timeSource)
    let client = TokenClient(
      client: .confidential, transport: TokenServer(), time: clock.timeSource, requestLimit: limit)
    for _ in 0..<100 { _ = try await refresh(client) }
  }

  @Test func sourceRespectsRetryAfter() async throws {
    let clock = LeapClock()
    let busy = TransportResponse(status: 503, headers: ["Retry-After": "30"])
    let server = TokenServer(script: [{ _ in busy }])
    let source = TokenSource(
      client: .confidential, transport: server, store: MemoryTokenStore(.held(expiresIn: .zero)),
      time: clock.timeSource)
    #expect(try await source.accessToken().value == "A1")
    #expect(clock.date == LeapClock.start.addingTimeInterval(30))
  }

  @Test func zeroIntervalMeansNoLimit() async throws {
    let clock = LeapClock()
    let client = TokenClient(
      client: .confidential, transport: TokenServer(), time: clock.timeSource,
      requestLimit: TokenRequestLimit(interval: .zero, time: clock.timeSource))
    for _ in 0..<10 { _ = try await refresh(client) }
    #expect(clock.sleeps.isEmpty)
  }
}
