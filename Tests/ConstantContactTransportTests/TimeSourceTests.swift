import ConstantContactTransport
import Foundation
import Testing

@Suite struct TimeSourceTests {
  /// A clock on which a sleep is over at once, and has taken its time.
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
    func sleepAsDeadline(for duration: Duration) async throws { try await sleep(until: now.advanced(by: duration), tolerance: nil) }
  }

  @Test func waitsOnItsClock() async throws {
    let time = TimeSource(clock: JumpingClock(), now: { Date(timeIntervalSince1970: 7) })
    #expect(time.elapsed == .zero)
    try await time.sleep(for: .seconds(3600))
    try await time.sleep(for: .milliseconds(1))
    #expect(time.elapsed == .seconds(3600) + .milliseconds(1))
    #expect(time.now == Date(timeIntervalSince1970: 7))
  }

  @Test(arguments: [Duration.zero, .seconds(-5)])
  func noWaitForNothing(duration: Duration) async throws {
    let time = TimeSource(clock: JumpingClock(), now: { Date() })
    try await time.sleep(for: duration)
    #expect(time.elapsed == .zero)
  }

  @Test func aCancelledTaskDoesNotWait() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await TimeSource.system.sleep(for: .seconds(3600))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func cancellingEndsAWait() async {
    let task = Task { try await TimeSource.system.sleep(for: .seconds(3600)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func workIsToldToAClockThatAsks() {
    let clock = JumpingClock()
    let time = TimeSource(clock: clock, now: { Date() })
    time.beginWork()
    #expect(clock.work == 1)
    time.endWork()
    #expect(clock.work == 0)
    TimeSource.system.beginWork()
    TimeSource.system.endWork()
  }

  @Test func realTimePasses() {
    let time = TimeSource(clock: ContinuousClock(), now: { Date() })
    let first = time.elapsed
    #expect(first >= .zero)
    #expect(time.elapsed >= first)
    #expect(abs(TimeSource.system.now.timeIntervalSinceNow) < 60)
  }
}
