import ConstantContactKit
import ConstantContactTesting
import Testing

@Suite struct WorkProgressTests {
  @Test func rateAndRemainingTimeFollowFromTheItems() async {
    let clock = ManualClock()
    var meter = WorkProgressMeter(total: 100, time: clock.timeSource)
    #expect(meter.progress.itemsPerSecond == nil && meter.progress.estimatedTimeRemaining == nil)
    await clock.advance(by: .seconds(10))
    meter.advance(by: 20)
    let progress = meter.progress
    #expect(progress.itemsPerSecond == 2 && progress.fraction == 0.2)
    #expect(progress.estimatedTimeRemaining == .seconds(40))
    #expect("\(progress)" == "20 of 100, 20%, 2.0/s, 40 s left")
    meter.advance(by: 80)
    #expect(meter.progress.estimatedTimeRemaining == .zero && meter.progress.fraction == 1)
  }

  @Test func itemsOfEarlierRunsDoNotCountTowardTheRate() async {
    let clock = ManualClock()
    var meter = WorkProgressMeter(total: 1_000, completed: 900, time: clock.timeSource)
    await clock.advance(by: .seconds(10))
    #expect(meter.progress.itemsPerSecond == nil)
    meter.advance(by: 10)
    #expect(meter.progress.itemsPerSecond == 1 && meter.progress.estimatedTimeRemaining == .seconds(90))
  }

  @Test func anUnknownTotalHasNoFraction() {
    let progress = WorkProgress(completed: 7, elapsed: .seconds(7))
    #expect(progress.fraction == nil && progress.estimatedTimeRemaining == nil && progress.itemsPerSecond == 1)
    #expect("\(progress)" == "7, 1.0/s")
  }

  @Test(arguments: [0, 1, -1, Int.max, Int.min], [0, 1, -1, Int.max, Int.min])
  func extremeValuesDoNotTrap(completed: Int, total: Int) {
    for elapsed in [
      Duration.zero, .nanoseconds(1), Duration(secondsComponent: 0, attosecondsComponent: 1), .seconds(Int64.max),
      .seconds(Int64.min),
    ] {
      let progress = WorkProgress(completed: completed, total: total, elapsed: elapsed, resumedAt: total)
      #expect(progress.completed >= 0 && (progress.fraction ?? 0) <= 1 && !progress.description.isEmpty)
      #expect((progress.estimatedTimeRemaining ?? .zero) >= .zero)
    }
    var meter = WorkProgressMeter(total: total, completed: completed, time: ManualClock().timeSource)
    meter.advance(by: .max)
    meter.advance(by: .max)
    meter.advance(by: .min)
    #expect(meter.completed == .max && meter.progress.completed == .max)
  }

  @Test func noItemsAreComplete() {
    #expect(WorkProgress(completed: 0, total: 0).fraction == 1)
    #expect(WorkProgress(completed: 0, total: 0).estimatedTimeRemaining == .zero)
  }
}
