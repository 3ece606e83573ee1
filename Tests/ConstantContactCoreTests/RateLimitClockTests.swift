import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Wall clocks are set back and forth, and are wrong for a while.
@Suite struct RateLimitClockTests {
  private static let day = 86_400.0
  private static let errors: [Double] = [
    4 * 365 * day, -4 * 365 * day, 40 * day, -40 * day, day + 600, 72_000, -72_000,
  ]
  private static let jumps: [Double] = [0.1, 1, 10, 3_600, day, 400 * day, 50 * 365 * day]

  private let clock = ManualClock()
  private let offset = Locked(0.0)

  /// Time whose date is wrong by `offset` seconds.
  private var time: TimeSource {
    let clock = clock
    let offset = offset
    return TimeSource(clock: clock, now: { clock.date.addingTimeInterval(offset.withLock { $0 }) })
  }

  private func take(_ limit: RateLimit, patience: Duration = .zero) async throws {
    _ = try await limit.acquire(operation: "x", patience: patience)
    clock.endWork()
  }

  @Test(arguments: errors)
  func wrongClockLocksNoLimit(seconds: Double) async throws {
    for isShared in [false, true] {
      for isSpent in [false, true] {
        let store = MemoryRateLimitStore()
        func limit() -> RateLimit { RateLimit(perDay: 2, store: isShared ? store : nil, time: time) }
        let limit = limit()
        offset.withLock { $0 = seconds }
        for _ in 0..<2 { try await take(limit) }
        if isSpent { _ = await limit.quotaWasExceeded() }
        let error = try await failure { try await limit.acquire(operation: "x", patience: .zero) }
        #expect(error.code == .quotaExceeded)

        offset.withLock { $0 = 0 }
        await clock.advance(by: .seconds(3))
        try await take(limit, patience: .seconds(2))
        #expect(try await limit.loadDailyQuota().resumesAt == clock.start.addingTimeInterval(15 * 3_600))
        // After a restart.
        if isShared { try await take(self.limit(store)) }
      }
    }
  }

  private func limit(_ store: MemoryRateLimitStore) -> RateLimit { RateLimit(perDay: 2, store: store, time: time) }

  @Test func quotaOfTheRightDayStaysSpent() async throws {
    let store = MemoryRateLimitStore()
    let end = await limit(store).quotaWasExceeded()
    // Clocks of machines differ a little around midnight.
    offset.withLock { $0 = -240 }
    let error = try await failure { try await limit(store).acquire(operation: "x", patience: .zero) }
    #expect(error.code == .quotaExceeded && error.resumesAt == end)
    offset.withLock { $0 = 15 * 3_600 }
    try await take(limit(store))
    offset.withLock { $0 = 15 * 3_600 - 60 }
    #expect(try await limit(store).loadDailyQuota().used == 1)
  }

  @Test(arguments: 1...60)
  func afterRandomJumpsRequestsGoOutAndTheLimitHolds(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let perSecond = Int.random(in: 1...6, using: &random)
    let store = MemoryRateLimitStore()
    let limits = (0..<2).map { _ in
      RateLimit(perSecond: perSecond, margin: .zero, store: seed % 3 == 0 ? nil : store, time: time)
    }
    for _ in 0..<60 {
      let limit = limits[Int.random(in: 0..<2, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        let size = Self.jumps.randomElement(using: &random) ?? 0
        offset.withLock { $0 = size * Double.random(in: -1...1, using: &random) }
      case 1 where abs(offset.withLock { $0 }) > 2 * 86_400:
        _ = await limit.quotaWasExceeded()
      default:
        try? await take(limit)
      }
      await clock.advance(by: .milliseconds(Int.random(in: 0...400, using: &random)))
    }
    offset.withLock { $0 = 0 }

    let start = clock.elapsed
    let times = Locked<[Duration]>([])
    let clock = clock
    // With a steady clock, one limit at a time and by patience alone: a window at most until the first request.
    while times.withLock(\.count) < 5 * perSecond, clock.elapsed - start < .seconds(10) {
      let limit = limits[seed % 3 == 0 ? 0 : Int.random(in: 0..<2, using: &random)]
      do {
        try await take(limit)
        times.withLock { $0.append(clock.elapsed) }
      } catch let error as ConstantContactError {
        #expect(error.code == .timedOut)
        await clock.advance(by: .milliseconds(10))
      }
    }
    let taken = times.withLock { $0 }
    #expect(taken.count == 5 * perSecond)
    let first = try #require(taken.first)
    #expect(first - start <= .milliseconds(1_010))
    for (early, late) in zip(taken, taken.dropFirst(perSecond)) {
      #expect(late - early >= .seconds(1) - .microseconds(2))
    }
  }
}
