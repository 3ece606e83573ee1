import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// Extreme values given to the clock of the tests.
@Suite struct ManualClockLimitsTests {
  private static let longest = Duration.seconds(Int64.max) * 15

  @Test(arguments: [longest, .seconds(Int64.max), .seconds(Int64.min), .zero - longest])
  func advancingSaturates(duration: Duration) async throws {
    let clock = ManualClock()
    await clock.advance(by: .seconds(1))
    await clock.advance(by: duration)
    await clock.advance(by: duration)
    #expect(clock.elapsed == (duration > .zero ? Duration.seconds(Int64.max / 4) : .seconds(1)))
    #expect(clock.date >= clock.start)
    #expect(clock.timeSource.elapsed == .zero)
  }

  @Test(arguments: [longest, .seconds(Int64.max)])
  func sleepingSaturates(duration: Duration) async throws {
    let clock = ManualClock(automatic: true)
    try await clock.sleep(until: clock.now.advanced(by: duration))
    try await clock.timeSource.sleep(for: duration)
    try await clock.sleep(until: .init(offset: duration))
    #expect(clock.elapsed == .seconds(Int64.max / 4))
  }

  @Test func distancesSaturate() {
    let ends = [ManualClock.Instant(offset: Self.longest), .init(offset: .zero - Self.longest), .init(offset: .zero)]
    for one in ends {
      for other in ends { #expect((one < other) == (one.duration(to: other) > .zero)) }
    }
  }

  @Test func deadlinesDoNotAdvanceTheClock() async throws {
    let clock = ManualClock(automatic: true)
    let deadline = Task { try await clock.timeSource.sleepAsDeadline(for: .seconds(10)) }
    for _ in 0..<200 { await Task.yield() }
    #expect(clock.elapsed == .zero)
    #expect(clock.sleeperCount == 0)
    try await clock.sleep(until: clock.now.advanced(by: .seconds(20)))
    try await deadline.value
    #expect(clock.elapsed == .seconds(20))
  }
}
