import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RateLimitTests {
  private typealias Grant = (caller: Int, time: Duration)

  /// Lets other tasks run until a condition holds, or gives up.
  private func wait(until condition: () async -> Bool) async {
    for _ in 0..<100_000 {
      if await condition() { return }
      await Task.yield()
    }
  }

  /// Lets callers arrive at given times and returns when each got its slot. Time does not move on before all callers that are
  /// expected to have one by then have it, so that the outcome does not depend on the scheduler.
  private func grants(arrivals: [Duration], expected: [Duration], limit: RateLimit, clock: ManualClock) async
    -> [Grant]
  {
    let granted = Locked<[Grant]>([])
    for time in Set(arrivals + expected).sorted() {
      await clock.advance(by: time - clock.elapsed)
      if let caller = arrivals.firstIndex(of: time) {
        Task {
          _ = try await limit.acquire(operation: "x", patience: .seconds(1000))
          granted.withLock { $0.append((caller, clock.elapsed)) }
          clock.endWork()
        }
      }
      let servedCount = expected.count { $0 <= time }
      let waitingCount = arrivals.count { $0 <= time } - servedCount
      await wait {
        let isWaiting = await limit.waitingCount == waitingCount
        return isWaiting && granted.withLock(\.count) == servedCount && (waitingCount == 0 || clock.sleeperCount == 1)
      }
    }
    return granted.withLock { $0 }
  }

  @Test(arguments: 1...30)
  func callersAreServedInOrderAndAsEarlyAsTheLimitPermits(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let perSecond = Int.random(in: 1...6, using: &random)
    let margin: Duration = Bool.random(using: &random) ? .zero : .milliseconds(Int.random(in: 1...50, using: &random))
    let spread = Int.random(in: 1...40, using: &random) * 1_000_000
    // Distinct times, so that the order of arrival is known.
    let arrivals = Set((0..<40).map { _ in Int.random(in: 0..<spread, using: &random) }).sorted()
      .map { Duration.microseconds($0) }
    var expected: [Duration] = []
    for (index, arrival) in arrivals.enumerated() {
      let slot = index < perSecond ? .zero : expected[index - perSecond] + .seconds(1) + margin
      expected.append(max(arrival, expected.last ?? .zero, slot))
    }
    let clock = ManualClock()
    let limit = RateLimit(perSecond: perSecond, margin: margin, time: clock.timeSource)
    let grants = await grants(arrivals: arrivals, expected: expected, limit: limit, clock: clock)
    #expect(grants.map(\.caller) == Array(arrivals.indices), "in order of arrival")
    #expect(grants.map(\.time) == expected)
    for index in grants.indices.dropFirst(perSecond) {
      #expect(grants[index].time - grants[index - perSecond].time >= .seconds(1))
    }
  }

  @Test(arguments: [1, 3, 17, 100, 1_000])
  func tenMinutesAtFullRateBringNoRefusal(callers: Int) async throws {
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await fake.client()
    let end = Duration.seconds(600)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<callers {
        group.addTask {
          while clock.elapsed < end { _ = try await client.lists.list().collect() }
        }
      }
      try await group.waitForAll()
    }
    let requests = await fake.requests
    #expect(requests.filter { $0.elapsed < end }.count >= 2376, "99% of 4 per second")
    #expect(requests.allSatisfy { $0.status == 200 })
    #expect(await fake.maxRequestsInAnySecond == 4)
  }

  @Test func cancelledCallersLeaveTheQueueWithoutASlot() async throws {
    let clock = ManualClock()
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    let served = Locked<[Int]>([])
    func call(_ index: Int) -> Task<Void, any Error> {
      Task {
        _ = try await limit.acquire(operation: "x", patience: .seconds(100))
        served.withLock { $0.append(index) }
        clock.endWork()
      }
    }
    var calls: [Task<Void, any Error>] = []
    for index in 0..<4 {
      calls.append(call(index))
      await wait { await limit.waitingCount == index && !served.withLock(\.isEmpty) }
    }
    #expect(served.withLock { $0 } == [0])
    calls[1].cancel()
    await #expect(throws: CancellationError.self) { try await calls[1].value }
    #expect(clock.elapsed == .zero)
    await clock.advance(by: .seconds(1))
    await wait { served.withLock(\.count) == 2 && clock.sleeperCount == 1 }
    #expect(served.withLock { $0 } == [0, 2])
    await clock.advance(by: .milliseconds(999))
    #expect(served.withLock { $0 } == [0, 2])
    await clock.advance(by: .milliseconds(1))
    await wait { served.withLock(\.count) == 3 }
    #expect(served.withLock { $0 } == [0, 2, 3])
    #expect(await limit.dailyQuota.used == 3)
  }

  @Test func callersWithoutPatienceFailImmediately() async throws {
    let clock = ManualClock()
    let limit = RateLimit(perSecond: 2, margin: .zero, time: clock.timeSource)
    for _ in 0..<2 { _ = try await limit.acquire(operation: "x", patience: .zero) }
    let error = try await failure { try await limit.acquire(operation: "y", patience: .milliseconds(999)) }
    #expect(error.code == .timedOut)
    #expect(error.operation == "y")
    #expect(error.effect == .none)
    // Two callers wait already, so the third gets a slot a second later.
    let queue = (0..<2).map { _ in Task { try await limit.acquire(operation: "x", patience: .seconds(1)) } }
    await wait { await limit.waitingCount == 2 && clock.sleeperCount == 1 }
    let third = try await failure { try await limit.acquire(operation: "z", patience: .milliseconds(1999)) }
    #expect(third.code == .timedOut)
    let fourth = Task { try await limit.acquire(operation: "z", patience: .seconds(2)) }
    await wait { await limit.waitingCount == 3 }
    await clock.advance(by: .seconds(1))
    for call in queue { #expect(try await call.value.time == .seconds(1)) }
    for _ in 0..<4 { clock.endWork() }
    await wait { clock.sleeperCount == 1 }
    await clock.advance(by: .seconds(1))
    #expect(try await fourth.value.time == .seconds(2))
    #expect(clock.elapsed == .seconds(2))
  }

  @Test func returnedSlotGoesToTheNextCaller() async throws {
    let clock = ManualClock()
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    let slot = try await limit.acquire(operation: "x", patience: .zero)
    let waiting = Task { try await limit.acquire(operation: "y", patience: .seconds(1)) }
    await clock.waitForSleepers()
    await limit.giveBack(slot)
    await wait { await limit.waitingCount == 0 }
    if await limit.waitingCount > 0 { waiting.cancel() }
    #expect(try await waiting.value.time == .zero)
    clock.endWork()
    #expect(clock.elapsed == .zero)
    #expect(await limit.dailyQuota.used == 1)
  }

  @Test func newCallerDoesNotOvertakeTheQueue() async throws {
    let clock = SleepyClock()
    let limit = RateLimit(
      perSecond: 1, margin: .zero, time: TimeSource(clock: clock, now: { ManualClock.defaultStart }))
    _ = try await limit.acquire(operation: "first", patience: .zero)
    let second = Task { try await limit.acquire(operation: "second", patience: .seconds(1)) }
    await wait { await limit.waitingCount == 1 }
    // The slot is available, and the limit's timer has not fired yet.
    clock.move(to: .seconds(1))
    let error = try await failure { try await limit.acquire(operation: "third", patience: .zero) }
    #expect(error.code == .timedOut)
    clock.wake()
    #expect(try await second.value.time == .seconds(1))
  }
}

/// A clock whose sleepers wake when the test says so.
private final class SleepyClock: Clock {
  private let time = Locked(Duration.zero)
  private let (stream, continuation) = AsyncStream.makeStream(of: Void.self)

  var now: ManualClock.Instant { ManualClock.Instant(offset: time.withLock { $0 }) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
    for await _ in stream {}
  }

  func move(to time: Duration) { self.time.withLock { $0 = time } }
  func wake() { continuation.finish() }
}
