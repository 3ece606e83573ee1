import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct PriorityTests {
  private let clock = ManualClock()

  private func wait(until condition: () async -> Bool) async {
    for _ in 0..<100_000 {
      if await condition() { return }
      await Task.yield()
    }
  }

  /// Queues calls of both priorities, serves one per second, and returns the order in which they were served.
  private func order(_ arrivals: [CallPriority]) async throws -> [Int] {
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    _ = try await limit.acquire(operation: "first", patience: .zero)
    clock.endWork()
    let served = Locked<[Int]>([])
    for (number, priority) in arrivals.enumerated() {
      Task {
        _ = try await limit.acquire(operation: "x", priority: priority, patience: .seconds(1_000))
        served.withLock { $0.append(number) }
        clock.endWork()
      }
      await wait { await limit.waitingCount == number + 1 }
    }
    for slot in 1...arrivals.count {
      await wait { clock.sleeperCount == 1 }
      await clock.advance(by: .seconds(1))
      await wait { served.withLock(\.count) == slot }
    }
    return served.withLock { $0 }
  }

  @Test func interactiveCallsGoFirstAndEachPriorityInItsOrder() async throws {
    let order = try await order([.background, .background, .interactive, .background, .interactive])
    #expect(order == [2, 4, 0, 1, 3])
  }

  @Test func waitingBackgroundCallsGetOneSlotInTen() async throws {
    let order = try await order([.background, .background] + Array(repeating: .interactive, count: 25))
    #expect(order.firstIndex(of: 0) == 9)
    #expect(order.firstIndex(of: 1) == 19)
    #expect(order.filter { $0 > 1 } == Array(2..<27))
  }

  @Test func backgroundCallsLeaveTheReserve() async throws {
    let limit = RateLimit(perSecond: 100, perDay: 10, reserve: 4, time: clock.timeSource)
    for _ in 0..<6 { _ = try await limit.acquire(operation: "x", priority: .background, patience: .zero) }
    let error = try await failure { try await limit.acquire(operation: "x", priority: .background, patience: .zero) }
    #expect(error.code == .quotaExceeded)
    #expect(error.message.contains("reserve of 4"))
    #expect(error.resumesAt != nil)
    for _ in 0..<4 { _ = try await limit.acquire(operation: "x", patience: .zero) }
    let spent = try await failure { try await limit.acquire(operation: "x", patience: .zero) }
    #expect(spent.code == .quotaExceeded)
    #expect(!spent.message.contains("reserve"))
  }

  @Test func slotOfTheDayBeforeIsNotSubtractedFromTheNewDay() async throws {
    let clock = ManualClock(start: Date(timeIntervalSince1970: 1_767_571_199))
    let limit = RateLimit(perSecond: 100, time: clock.timeSource)
    let slot = try await limit.acquire(operation: "x", patience: .zero)
    await clock.advance(by: .seconds(1))
    for _ in 0..<3 { _ = try await limit.acquire(operation: "x", patience: .zero) }
    await limit.giveBack(slot)
    #expect(await limit.dailyQuota.used == 3)
  }

  @Test func priorityOfAClientReachesTheLimit() async throws {
    let clock = ManualClock(automatic: true)
    let service = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await service.client { $0.rateLimit = RateLimit(perDay: 5, reserve: 5, time: clock.timeSource) }
    let nightly = client.with { $0.priority = .background }
    let error = try await failure { try await nightly.lists.list().collect() }
    #expect(error.code == .quotaExceeded)
    #expect(try await client.lists.list().collect().isEmpty)
    #expect(client.options.priority == .interactive)
  }
}
