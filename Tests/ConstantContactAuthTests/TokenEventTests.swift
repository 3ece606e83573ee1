import ConstantContactAuth
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TokenEventTests {
  let clock = ManualClock(start: LeapClock.start)

  func source(_ server: TokenServer, _ store: any TokenStore) -> TokenSource {
    TokenSource(client: .confidential, transport: server, store: store, time: clock.timeSource)
  }

  /// Makes a call, and advances the clock until it ends.
  private func call(_ source: TokenSource) async -> Result<AccessToken, any Error> {
    let isOver = Locked(false)
    let caller = Task {
      defer { isOver.withLock { $0 = true } }
      return try await source.accessToken()
    }
    // In steps: one advance could come before the refresh begins to wait.
    while !isOver.withLock({ $0 }) { await clock.advance(by: .seconds(1)) }
    return await caller.result
  }

  @Test func allSubscribersReceiveARefresh() async throws {
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(TokenServer(), store)
    var listeners = [await source.events().makeAsyncIterator(), await source.events().makeAsyncIterator()]
    _ = try await source.accessToken()
    for index in listeners.indices {
      let event = try #require(await listeners[index].next())
      #expect(event.kind == .refreshed)
      #expect(event.generation == 8)
      #expect(event.expiresAt == LeapClock.start.addingTimeInterval(86_400))
      #expect(event.refreshTokenExpiresAt == LeapClock.start.addingTimeInterval(180 * 86_400))
      #expect(event.error == nil)
      #expect(!allDescriptions(event).contains("A1"))
    }
  }

  @Test func reconnectRequiredIsSentOnceAndANewGrantIsAdopted() async throws {
    let dead: TokenServer.Response = { _ in .invalidGrant }
    let server = TokenServer(script: [{ _ in .unavailable }, dead, dead, dead, dead])
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = source(server, store)
    var events = await source.events().makeAsyncIterator()
    for _ in 0..<5 { _ = await call(source) }
    let end = try #require(await events.next())
    #expect(end.kind == .reconnectRequired)
    #expect(end.error?.code == .responseLost)
    #expect(end.generation == 7)
    try await store.replace(with: OAuthCredentials(accessToken: "B1"))
    #expect(try await source.accessToken().value == "B1")
    #expect(await events.next()?.kind == .adopted)
  }

  @Test func refreshFailedIsSentEachTime() async throws {
    let server = TokenServer(script: Array(repeating: { _ in .unavailable }, count: 6))
    let source = source(server, MemoryTokenStore(.held(expiresIn: .zero)))
    var events = await source.events().makeAsyncIterator()
    for _ in 0..<2 {
      _ = await call(source)
      let event = try #require(await events.next())
      #expect(event.kind == .refreshFailed)
      #expect(event.error?.code == .temporarilyUnavailable)
    }
  }

  @Test func savingFailedIsSent() async throws {
    let store = ProbeStore(.held(expiresIn: .zero))
    await store.failSaves(3)
    let source = source(TokenServer(), store)
    var events = await source.events().makeAsyncIterator()
    _ = await call(source)
    let event = try #require(await events.next())
    #expect(event.kind == .savingFailed)
    #expect(event.error?.code == .storage)
    #expect(event.generation == 8)
    _ = try await source.accessToken()
    #expect(await events.next()?.kind == .refreshed)
  }

  @Test func unreadableStoreIsARefreshFailure() async throws {
    let store = ProbeStore(.held(expiresIn: .zero))
    let source = source(TokenServer(), store)
    await store.failLoads(.max)
    var events = await source.events().makeAsyncIterator()
    _ = await call(source)
    let event = try #require(await events.next())
    #expect(event.kind == .refreshFailed)
    #expect(event.error?.code == .storage)
  }

  @Test func slowSubscriberLosesTheOldestEvents() async throws {
    let store = MemoryTokenStore(.held())
    let source = source(TokenServer(), store)
    let stream = await source.events()
    var token = try await source.accessToken()
    for number in 1...150 {
      try await store.replace(with: OAuthCredentials(accessToken: "B\(number)"))
      token = try await source.accessToken(replacing: token)
    }
    #expect(token.value == "B150")
    var events = stream.makeAsyncIterator()
    #expect(await events.next()?.generation == 58)
  }

  @Test func streamEndsWithTheSource() async throws {
    let clock = ManualClock()
    var source: TokenSource? = TokenSource(
      client: .confidential, transport: TokenServer(),
      store: MemoryTokenStore(OAuthCredentials(accessToken: "A", refreshToken: "R", issuedAt: clock.date)),
      time: clock.timeSource)
    let stream = try #require(await source?.events())
    // The watch must not retain the source.
    await clock.waitForSleepers()
    source = nil
    for await event in stream { Issue.record("\(event)") }
  }

  @Test func endedSubscriptionEndsTheWatch() async throws {
    let clock = ManualClock()
    let source = TokenSource(
      client: .confidential, transport: TokenServer(),
      store: MemoryTokenStore(OAuthCredentials(accessToken: "A", refreshToken: "R", issuedAt: clock.date)),
      time: clock.timeSource)
    let listener = Task { [stream = await source.events()] in
      for await _ in stream {}
    }
    await clock.waitForSleepers()
    listener.cancel()
    await listener.value
    while clock.sleeperCount > 0 { await Task.yield() }
  }

  @Test func unusedRefreshTokenIsReportedDailyFromDay150() async throws {
    let clock = ManualClock(automatic: true)
    let store = MemoryTokenStore(
      OAuthCredentials(accessToken: "A", refreshToken: "R", generation: 3, issuedAt: clock.date))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: store, time: clock.timeSource)
    var days: [Double] = []
    for await event in await source.events() {
      #expect(event.kind == .refreshTokenExpiring)
      #expect(event.refreshTokenExpiresAt == clock.start.addingTimeInterval(180 * 86_400))
      days.append(event.date.timeIntervalSince(clock.start) / 86_400)
      if days.count == 30 { break }
    }
    #expect(days == (150..<180).map(Double.init))
  }

  @Test func refreshByAnotherProcessPostponesTheReport() async throws {
    let clock = ManualClock()
    let store = MemoryTokenStore(OAuthCredentials(accessToken: "A", refreshToken: "R", issuedAt: clock.date))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: store, time: clock.timeSource)
    let stream = await source.events()
    await clock.waitForSleepers()
    await clock.advance(by: .seconds(100 * 86_400))
    try await store.replace(with: OAuthCredentials(accessToken: "B", refreshToken: "S", issuedAt: clock.date))
    // On day 150 the source checks again, and has to wait again before the clock goes on.
    await clock.advance(by: .seconds(50 * 86_400))
    await clock.waitForSleepers()
    await clock.advance(by: .seconds(99 * 86_400))
    await clock.advance(by: .seconds(2 * 86_400))
    var events = stream.makeAsyncIterator()
    let event = try #require(await events.next())
    #expect(event.kind == .refreshTokenExpiring)
    #expect(event.date == clock.start.addingTimeInterval(250 * 86_400))
  }
}
