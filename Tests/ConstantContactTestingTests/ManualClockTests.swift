import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

@Suite struct ManualClockTests {
  /// What happened, in order.
  actor Log {
    var entries: [String] = []
    func add(_ entry: String) { entries.append(entry) }
  }

  @Test func startsOnAMondayAtNine() {
    let clock = ManualClock()
    #expect(clock.date.ISO8601Format() == "2026-01-05T09:00:00Z")
    #expect(clock.elapsed == .zero)
    #expect(ManualClock(start: Date(timeIntervalSince1970: 0)).date == Date(timeIntervalSince1970: 0))
  }

  @Test func advancingWakesInTheOrderOfDeadlinesEachAtItsTime() async throws {
    let clock = ManualClock()
    let log = Log()
    let tasks = [3, 1, 2].map { seconds in
      Task {
        try await clock.sleep(for: .seconds(seconds))
        await log.add("\(seconds) at \(clock.elapsed)")
      }
    }
    await clock.waitForSleepers(3)
    await clock.advance(by: .milliseconds(2_500))
    #expect(await log.entries == ["1 at 1.0 seconds", "2 at 2.0 seconds"])
    #expect(clock.elapsed == .milliseconds(2_500))
    #expect(clock.sleeperCount == 1)
    #expect(await clock.advanceToNextSleeper())
    #expect(await log.entries.last == "3 at 3.0 seconds")
    #expect(!(await clock.advanceToNextSleeper()))
    for task in tasks { try await task.value }
  }

  @Test func advancingLetsTheWokenSleepAnewWithinTheSpan() async throws {
    let clock = ManualClock()
    let log = Log()
    let task = Task {
      for round in 1...5 {
        try await clock.sleep(for: .seconds(1))
        await log.add("\(round)")
      }
    }
    await clock.waitForSleepers()
    await clock.advance(by: .seconds(3))
    #expect(await log.entries == ["1", "2", "3"])
    await clock.run()
    #expect(clock.elapsed == .seconds(5))
    try await task.value
  }

  @Test func automaticClockWakesParallelSleepersInOrder() async throws {
    let clock = ManualClock(automatic: true)
    let log = Log()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seconds in [50, 10, 40, 20, 30] {
        group.addTask {
          try await clock.sleep(for: .seconds(seconds))
          await log.add("\(seconds) at \(clock.elapsed)")
        }
      }
      try await group.waitForAll()
    }
    #expect(await log.entries == (1...5).map { "\($0 * 10) at \($0 * 10).0 seconds" })
    #expect(clock.elapsed == .seconds(50))
  }

  @Test func automaticClockStandsWhileWorkIsUnderWay() async throws {
    let clock = ManualClock(automatic: true)
    let time = clock.timeSource
    time.beginWork()
    let sleeper = Task { try await clock.sleep(for: .seconds(1)) }
    await clock.waitForSleepers()
    for _ in 0..<500 { await Task.yield() }
    #expect(clock.elapsed == .zero)
    #expect(clock.sleeperCount == 1)
    time.beginWork()
    time.endWork()
    for _ in 0..<500 { await Task.yield() }
    #expect(clock.elapsed == .zero, "one of two is still under way")
    time.endWork()
    try await sleeper.value
    #expect(clock.elapsed == .seconds(1))
  }

  @Test func workThatBeginsWhileSomebodySleepsHoldsTheClock() async throws {
    let clock = ManualClock(automatic: true)
    let time = clock.timeSource
    let log = Log()
    // Each worker is admitted at its own time and yields to the scheduler many times, in which the next
    // worker's time must not come.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<20 {
        group.addTask {
          try await time.sleep(for: .milliseconds(250 * index))
          time.beginWork()
          let begun = clock.elapsed
          for _ in 0..<200 { await Task.yield() }
          if clock.elapsed != begun { await log.add("\(index) moved") }
          time.endWork()
        }
      }
      try await group.waitForAll()
    }
    #expect(await log.entries == [])
    #expect(clock.elapsed == .milliseconds(4_750))
  }

  @Test(arguments: [true, false])
  func cancellationEndsSleepAtOnce(automatic: Bool) async {
    let clock = ManualClock(automatic: automatic)
    // Work under way keeps the automatic clock from jumping in the meantime.
    clock.timeSource.beginWork()
    let task = Task { try await clock.sleep(for: .seconds(60)) }
    await clock.waitForSleepers()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(clock.sleeperCount == 0)
    #expect(clock.elapsed == .zero)
  }

  @Test func cancelledTaskDoesNotBeginToSleep() async {
    let clock = ManualClock()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await clock.sleep(for: .seconds(1))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func manySleepersCostNoRealTime() async throws {
    let clock = ManualClock(automatic: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<1_000 {
        group.addTask { try await clock.sleep(for: .seconds(index % 100 + 1)) }
      }
      try await group.waitForAll()
    }
    #expect(clock.elapsed == .seconds(100))
  }

  @Test func sleepingUntilThePastReturns() async throws {
    let clock = ManualClock()
    try await clock.sleep(until: clock.now)
    try await clock.timeSource.sleep(for: .zero)
    #expect(clock.elapsed == .zero)
  }
}
