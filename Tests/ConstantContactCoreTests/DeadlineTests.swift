import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A deadline covers everything that a call waits for, also what ignores cancellation.
@Suite struct DeadlineTests {
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  /// Never returns, and ignores cancellation.
  private static func hang() async {
    await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
  }

  private struct HangingTokens: AccessTokenProvider {
    func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
      await hang()
      return AccessToken("never")
    }
  }

  private struct HangingStore: RateLimitStore {
    func update<Result: Sendable>(_ change: @Sendable (inout RateLimitState) -> Result) async throws -> Result {
      await hang()
      var state = RateLimitState()
      return change(&state)
    }
  }

  private func bench(
    _ steps: [ScriptedTransport.Step],
    clock: ManualClock,
    tokens: any AccessTokenProvider = StaticTokenProvider(AccessToken("first-token")),
    configure: (inout ConstantContactConfiguration) -> Void = { _ in }
  ) -> Bench {
    Bench(steps, clock: clock, tokens: tokens) {
      $0.deadline = .seconds(2)
      configure(&$0)
    }
  }

  /// Lets 2.1 seconds pass, waits for the call's end, and returns its error and the time. The deadline of each call is two seconds.
  ///
  /// The clock stops there, so that a busy machine cannot make a call end later.
  private func end<Result: Sendable>(
    _ clock: ManualClock, _ call: @escaping @Sendable () async throws -> Result
  ) async throws -> (ConstantContactError, Duration) {
    let end = Locked<Duration?>(nil)
    let task = Task {
      defer { end.withLock { $0 = clock.elapsed } }
      return try await failure { try await call() }
    }
    while !clock.hasSleepersOrDeadlines, end.withLock({ $0 == nil }) { await Task.yield() }
    while clock.elapsed < .milliseconds(2_100), end.withLock({ $0 == nil }) {
      await clock.advance(by: .milliseconds(50))
      // The steps must not outrun the call on a busy machine.
      for _ in 0..<100 { await Task.yield() }
    }
    // A call that misses its deadline would hold the test.
    let limit = ContinuousClock.now + .seconds(600)
    while end.withLock({ $0 == nil }), ContinuousClock.now < limit { await Task.yield() }
    let elapsed = try #require(end.withLock { $0 }, "the call did not end at its deadline")
    return (try await task.value, elapsed)
  }

  @Test func tokenProviderThatNeverReturns() async throws {
    let clock = ManualClock()
    let log = AttemptLog()
    let bench = bench([Self.ok], clock: clock, tokens: HangingTokens()) { $0.observers = [log] }
    let (error, elapsed) = try await end(clock) { try await bench.client.send(.text(.post)) }
    #expect(error.code == .timedOut && error.effect == .none)
    #expect(elapsed >= .seconds(2) && elapsed <= .milliseconds(2_100))
    #expect(await bench.requests.isEmpty)
    #expect(log.attempts.map(\.error) == [.timedOut] && log.attempts.map(\.wasSent) == [false])
  }

  @Test func rateLimitStoreThatNeverReturns() async throws {
    let clock = ManualClock()
    let bench = bench([Self.ok], clock: clock) {
      $0.rateLimit = RateLimit(store: HangingStore(), time: clock.timeSource)
    }
    let (error, elapsed) = try await end(clock) { try await bench.client.send(.text(.post)) }
    #expect(error.code == .timedOut && error.effect == .none)
    #expect(elapsed >= .seconds(2) && elapsed <= .milliseconds(2_100))
    #expect(await bench.requests.isEmpty)
  }

  @Test func transportThatNeverReturns() async throws {
    let hanging = ScriptedTransport.Step.handle { _ in
      await Self.hang()
      return TransportResponse(status: 200)
    }
    for (method, effect) in [(TransportMethod.get, ConstantContactError.Effect.none), (.post, .uncertain)] {
      let clock = ManualClock()
      let log = AttemptLog()
      let bench = bench([hanging], clock: clock) { $0.observers = [log] }
      let (error, elapsed) = try await end(clock) { try await bench.client.send(.text(method, replay: .onlyIfNotSent)) }
      #expect(error.code == .timedOut && error.effect == effect)
      #expect(elapsed >= .seconds(2) && elapsed <= .milliseconds(2_100))
      #expect(log.attempts.map(\.wasSent) == [true])
    }
  }

  /// An earlier attempt may have acted: the deadline does not undo that.
  @Test func effectOfEarlierAttemptsIsKept() async throws {
    actor TokensThatHangOnReplacement: AccessTokenProvider {
      func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
        if rejected != nil { await DeadlineTests.hang() }
        return AccessToken("one")
      }
    }
    let clock = ManualClock()
    let bench = bench([.json(503, ""), .json(401, "")], clock: clock, tokens: TokensThatHangOnReplacement())
    let (error, _) = try await end(clock) { try await bench.client.send(.text(.put)) }
    #expect(error.code == .timedOut && error.effect == .uncertain)
    #expect(await bench.requests.count == 2)
  }

  @Test func cancellationLeavesAHangingProviderAtOnce() async throws {
    let clock = ManualClock()
    let bench = bench([Self.ok], clock: clock, tokens: HangingTokens())
    let call = Task { try await bench.client.send(.text()) }
    for _ in 0..<100 { await Task.yield() }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(clock.elapsed == .zero)
  }

  /// Holds every update until it is opened, and ignores cancellation.
  private actor GatedStore: RateLimitStore {
    private(set) var state = RateLimitState()
    private(set) var updates = 0
    private var isOpen = false
    private var waiters: [UnsafeContinuation<Void, Never>] = []

    func open() {
      isOpen = true
      for waiter in waiters { waiter.resume() }
      waiters = []
    }

    func update<Result: Sendable>(_ change: @Sendable (inout RateLimitState) -> Result) async throws -> Result {
      if !isOpen { await withUnsafeContinuation { waiters.append($0) } }
      updates += 1
      return change(&state)
    }
  }

  /// A slot that is granted after the deadline is returned, so that the day's count stays right.
  @Test func lateSlotIsReturned() async throws {
    let clock = ManualClock()
    let store = GatedStore()
    let limit = RateLimit(store: store, time: clock.timeSource)
    let bench = bench([Self.ok], clock: clock) { $0.rateLimit = limit }
    let (error, _) = try await end(clock) { try await bench.client.send(.text()) }
    #expect(error.code == .timedOut)
    await store.open()
    // One update takes the slot, the next one returns it.
    while await store.updates < 2 { await Task.yield() }
    #expect(try await limit.loadDailyQuota().used == 0)
    #expect(await bench.requests.isEmpty)
  }

  /// A clock that knows nothing of deadlines, as those of users are.
  private struct PlainClock: Clock {
    let base: ManualClock
    var now: ManualClock.Instant { base.now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
      try await base.sleep(until: deadline, tolerance: tolerance)
    }
  }

  @Test func otherClocksKeepTheDeadlineToo() async throws {
    let clock = ManualClock()
    var configuration = ConstantContactConfiguration(
      time: TimeSource(clock: PlainClock(base: clock), now: { clock.date }))
    configuration.deadline = .seconds(2)
    let client = ConstantContact(tokens: HangingTokens(), transport: ScriptedTransport(), configuration: configuration)
    let (error, elapsed) = try await end(clock) { try await client.send(.text()) }
    #expect(error.code == .timedOut)
    #expect(elapsed >= .seconds(2) && elapsed <= .milliseconds(2_100))
  }
}
