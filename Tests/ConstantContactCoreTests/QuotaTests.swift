import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct QuotaTests {
  /// 5 January 2026, 00:00 UTC.
  private static let midnight = Date(timeIntervalSince1970: 1_767_571_200)
  private static let spent = ScriptedTransport.Step.json(
    429, #"{"error_key":"quota_exceeded","error_message":"Limit Exceeded"}"#)
  private static let ok = ScriptedTransport.Step.json(200, "{}")

  @Test func exceededQuotaIsRememberedUntilMidnight() async throws {
    let clock = ManualClock(start: Self.midnight.addingTimeInterval(9 * 3600))
    let bench = Bench([Self.spent, Self.ok], clock: clock)
    let next = Self.midnight.addingTimeInterval(86_400)
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt == next)
    #expect(error.status == 429)
    #expect(error.effect == .none)

    await clock.advance(by: .seconds(15 * 3600) - .milliseconds(1))
    let second = try await failure { try await bench.client.send(.text()) }
    #expect(second.code == .quotaExceeded)
    #expect(second.resumesAt == next)
    #expect(await bench.requests.count == 1)
    #expect(await bench.client.configuration.rateLimit.dailyQuota.remaining == 0)

    await clock.advance(by: .milliseconds(1))
    _ = try await bench.client.send(.text())
    #expect(await bench.client.configuration.rateLimit.dailyQuota.used == 1)
    #expect(await bench.client.configuration.rateLimit.dailyQuota.remaining == 9_999)
  }

  @Test func refusalJustAfterMidnightDoesNotBlockTheDay() async throws {
    // A call that waits until midnight is early when the server's clock is a little behind.
    let clock = ManualClock(start: Self.midnight.addingTimeInterval(2))
    let bench = Bench([Self.spent, Self.ok], clock: clock)
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt == Self.midnight.addingTimeInterval(62))
    let second = try await failure { try await bench.client.send(.text()) }
    #expect(second.resumesAt == error.resumesAt)
    #expect(await bench.requests.count == 1)
    await clock.advance(by: .seconds(60))
    _ = try await bench.client.send(.text())
  }

  @Test func requestsOfADayAreCountedExactly() async throws {
    let clock = ManualClock(start: Self.midnight.addingTimeInterval(86_400 - 10), automatic: true)
    var configuration = FakeConstantContact.Configuration(time: clock.timeSource)
    configuration.requestsPerDay = 7
    let fake = FakeConstantContact(configuration)
    let client = try await fake.client()
    for _ in 0..<7 { _ = try await client.lists.list().collect() }
    let limit = client.configuration.rateLimit
    #expect(await limit.dailyQuota.used == 7)
    #expect(await limit.dailyQuota.remaining == 0)
    let error = try await failure { try await client.lists.list().collect() }
    #expect(error.code == .quotaExceeded)
    #expect(error.status == nil)
    let resumesAt = try #require(error.resumesAt)
    #expect(resumesAt == Self.midnight.addingTimeInterval(86_400))
    #expect(await fake.requests.count == 7)

    try await clock.timeSource.sleep(for: .seconds(resumesAt.timeIntervalSince(clock.date)))
    for _ in 0..<7 { _ = try await client.lists.list().collect() }
    #expect(try await failure { try await client.lists.list().collect() }.code == .quotaExceeded)
    #expect(await fake.requests.map(\.status) == Array(repeating: 200, count: 14))
  }

  @Test func queuedCallersFailWhenTheQuotaIsUsedUp() async throws {
    let clock = ManualClock(automatic: true)
    let limit = RateLimit(perSecond: 2, perDay: 5, time: clock.timeSource)
    let outcomes = await withTaskGroup(of: ConstantContactError.Code?.self) { group in
      for _ in 0..<9 {
        group.addTask {
          do {
            _ = try await limit.acquire(operation: "x", patience: .seconds(60))
            clock.endWork()
            return nil
          } catch { return (error as? ConstantContactError)?.code }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == nil }.count == 5)
    #expect(outcomes.filter { $0 == .quotaExceeded }.count == 4)
  }
}
