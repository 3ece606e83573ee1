import ConstantContactTransport
import Foundation
import Testing

@Suite struct TimeSourceTests {
  /// A clock whose sleeps return at once and advance the time.
  private struct JumpingClock: Clock, WorkAwareClock {
    typealias Instant = ContinuousClock.Instant

    private let start = ContinuousClock.now
    private let state = Locked((elapsed: Duration.zero, work: 0))

    var now: Instant { start + state.withLock { $0.elapsed } }
    var minimumResolution: Duration { .nanoseconds(1) }
    var work: Int { state.withLock { $0.work } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
      let duration = now.duration(to: deadline)
      state.withLock { $0.elapsed += duration }
    }
    func beginWork() { state.withLock { $0.work += 1 } }
    func endWork() { state.withLock { $0.work -= 1 } }
    func sleepAsDeadline(for duration: Duration) async throws {
      try await sleep(until: now.advanced(by: duration), tolerance: nil)
    }
  }

  @Test func sleepsOnItsClock() async throws {
    let time = TimeSource(clock: JumpingClock(), now: { Date(timeIntervalSince1970: 7) })
    #expect(time.elapsed == .zero)
    try await time.sleep(for: .seconds(3600))
    try await time.sleep(for: .milliseconds(1))
    #expect(time.elapsed == .seconds(3600) + .milliseconds(1))
    #expect(time.now == Date(timeIntervalSince1970: 7))
  }

  @Test(arguments: [Duration.zero, .seconds(-5), .seconds(Int64.min)])
  func zeroAndNegativeSleepsReturnAtOnce(duration: Duration) async throws {
    let time = TimeSource(clock: JumpingClock(), now: { Date() })
    try await time.sleep(for: duration)
    #expect(time.elapsed == .zero)
  }

  @Test func cancelledTaskDoesNotSleep() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await TimeSource.system.sleep(for: .seconds(3600))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func cancellationEndsSleep() async {
    let task = Task { try await TimeSource.system.sleep(for: .seconds(3600)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func workIsReportedToTheClock() {
    let clock = JumpingClock()
    let time = TimeSource(clock: clock, now: { Date() })
    time.beginWork()
    #expect(clock.work == 1)
    time.endWork()
    #expect(clock.work == 0)
    TimeSource.system.beginWork()
    TimeSource.system.endWork()
  }

  @Test func workEndsWithItsScope() async throws {
    let clock = JumpingClock()
    let time = TimeSource(clock: clock, now: { Date() })
    #expect(time.withWork { clock.work } == 1)
    #expect(await time.withWork { () async in clock.work } == 1)
    #expect(throws: CancellationError.self) { try time.withWork { throw CancellationError() } }
    await #expect(throws: CancellationError.self) {
      try await time.withWork {
        #expect(await time.withWorkPaused { () async in clock.work } == 0)
        #expect(clock.work == 1)
        try await time.sleepDuringWork(for: .seconds(1))
        #expect(clock.work == 1)
        throw CancellationError()
      }
    }
    #expect(clock.work == 0)
  }

  @Test func workTokenEndsItsWorkOnce() {
    let clock = JumpingClock()
    let time = TimeSource(clock: clock, now: { Date() })
    let (first, second) = (time.startWork(), time.startWork())
    #expect(clock.work == 2)
    first.end()
    first.end()
    #expect(clock.work == 1)
    second.end()
    #expect(clock.work == 0)
    // A token that is lost ends its work too.
    do { _ = time.startWork() }
    #expect(clock.work == 0)
    TimeSource.system.startWork().end()
  }

  @Test(arguments: [Duration.seconds(Int64.max), .seconds(Int64.max) * 15])
  func extremeSleepsDoNotOverflow(duration: Duration) async throws {
    let time = TimeSource(clock: JumpingClock(), now: { Date() })
    try await time.sleep(for: duration)
    #expect(time.elapsed == .century)
    // The real clock has to accept them too.
    let sleep = Task { try await TimeSource.system.sleep(for: duration) }
    for _ in 0..<20 { await Task.yield() }
    sleep.cancel()
    await #expect(throws: CancellationError.self) { try await sleep.value }
  }

  @Test func extremeDurationsSaturate() {
    let longest = Duration.seconds(Int64.max) * 15
    for one in [longest, .zero - longest, .seconds(1)] {
      for other in [longest, .zero - longest, .seconds(1)] {
        let sum = one.saturatingAdd(other)
        #expect(sum.saturatingAdd(sum).components.seconds / 4 <= Int64.max / 4)
      }
    }
    #expect(Duration.seconds(1).saturatingAdd(.seconds(2)) == .seconds(3))
    #expect(longest.limitedToCentury == .century)
    #expect((.zero - longest).limitedToCentury == .zero - .century)
    #expect(Duration.seconds(-3).limitedToCentury == .seconds(-3))
  }

  @Test func systemTimeAdvances() {
    let time = TimeSource(clock: ContinuousClock(), now: { Date() })
    let first = time.elapsed
    #expect(first >= .zero)
    #expect(time.elapsed >= first)
    #expect(abs(TimeSource.system.now.timeIntervalSinceNow) < 60)
  }
}
