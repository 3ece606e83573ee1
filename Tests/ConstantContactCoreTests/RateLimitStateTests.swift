import ConstantContactCore
import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Damaged or hostile states and extreme values change counts, and never trap.
@Suite struct RateLimitStateTests {
  private static let integers = [Int.min, .min + 1, -86_400, -1, 0, 1, 4, 20_458, 1_000_001, .max - 1, .max]
  private static let durations: [Duration] = [
    .seconds(Int64.min), .seconds(-1), .zero, .nanoseconds(1), .milliseconds(5), .seconds(3_600),
    .seconds(1_767_603_600), .seconds(Int64.max), Duration(secondsComponent: .max, attosecondsComponent: .max),
  ]
  private static let dates = [
    -Double.greatestFiniteMagnitude, -.infinity, -1e30, -1e11, -1, 0, 1_767_603_600, 1e11, 1e30, .infinity, .nan,
    .greatestFiniteMagnitude,
  ].map { Date(timeIntervalSince1970: $0) }

  private func decode(_ text: String) throws -> RateLimitState {
    try JSONDecoder().decode(RateLimitState.self, from: Data(text.utf8))
  }

  @Test func stateIsEncodedAndDecoded() throws {
    var state = RateLimitState()
    _ = state.markSpent(at: ManualClock.defaultStart)
    let data = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(RateLimitState.self, from: data) == state)
    #expect(state != RateLimitState())
  }

  @Test(arguments: integers)
  func extremeLimitsAreClamped(number: Int) async throws {
    for duration in Self.durations {
      let clock = ManualClock()
      let limit = RateLimit(
        perSecond: number, perDay: number, reserve: number, margin: duration, time: clock.timeSource)
      for priority in CallPriority.allCases {
        // A task, as the call may wait.
        let call = Task { try await limit.acquire(operation: "x", priority: priority, patience: duration) }
        if duration > .zero { await clock.advance(by: .seconds(1)) }
        call.cancel()
        _ = await call.result
      }
      let quota = await limit.dailyQuota
      #expect(quota.used >= 0 && quota.remaining >= 0)
    }
  }

  @Test func extremeDatesAreClamped() async throws {
    for date in Self.dates {
      for isShared in [false, true] {
        let time = TimeSource(clock: ManualClock(), now: { date })
        let limit = RateLimit(store: isShared ? MemoryRateLimitStore() : nil, time: time)
        _ = try await limit.acquire(operation: "x", patience: .seconds(Int64.max))
        #expect(try await limit.loadDailyQuota().used == 1)
        _ = await limit.quotaWasExceeded()
        let error = try await failure { try await limit.acquire(operation: "x", patience: .zero) }
        #expect(error.code == .quotaExceeded)
      }
    }
  }

  @Test(arguments: [
    #"{"day":9223372036854775807,"used":9223372036854775807,"recent":[9223372036854775807,-9223372036854775808]}"#,
    #"{"day":-9223372036854775808,"used":-9223372036854775808,"recent":[-9223372036854775808],"spent_until":1e300}"#,
    #"{"day":20458,"used":3,"recent":[],"spent_until":-1e300}"#,
    #"{"day":20458,"used":9223372036854775807,"recent":[3,1,2]}"#,
  ])
  func extremeStatesCanBeUsed(text: String) async throws {
    let clock = ManualClock()
    let store = MemoryRateLimitStore(try decode(text))
    let limit = RateLimit(store: store, time: clock.timeSource)
    let slot = try? await limit.acquire(operation: "x", patience: .zero)
    if let slot { await limit.giveBack(slot) }
    _ = try await limit.loadDailyQuota()
    // The next day everything is as new.
    await clock.advance(by: .seconds(86_400))
    _ = try await RateLimit(store: store, time: clock.timeSource).acquire(operation: "x", patience: .zero)
  }

  @Test(arguments: [
    #"{"day":1e30,"used":0,"recent":[]}"#, #"{"day":0,"used":1.5,"recent":[]}"#, #"{"day":0,"used":0,"recent":[1e30]}"#,
    #"{"day":0,"used":0}"#, #"{"day":"0","used":0,"recent":[]}"#, #"[]"#,
  ])
  func stateOfOtherTypesIsRefused(text: String) {
    #expect(throws: DecodingError.self) { try decode(text) }
  }

  @Test func millionTimesAreTrimmed() async throws {
    let start: Int64 = 1_767_603_600_000_000
    let times = (0..<1_000_000).map { String(start - $0) }.joined(separator: ",")
    let store = MemoryRateLimitStore(try decode(#"{"day":20458,"used":0,"recent":[\#(times)]}"#))
    let clock = ManualClock()
    let limit = RateLimit(store: store, time: clock.timeSource)
    let call = Task { try await limit.acquire(operation: "x", patience: .seconds(2)) }
    await clock.waitForSleepers()
    await clock.advance(by: .milliseconds(1_005))
    _ = try await call.value
    let size = try await store.update { state in (try? JSONEncoder().encode(state))?.count ?? .max }
    #expect(size < 1_000)
  }

  @Test(arguments: 1...40)
  func mutatedStatesNeverTrap(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func integer() -> Int { Self.integers.randomElement(using: &random) ?? 0 }
    func date() -> Date { Self.dates.randomElement(using: &random) ?? .distantPast }
    func duration() -> Duration { Self.durations.randomElement(using: &random) ?? .zero }
    let valid = Data(
      #"{"day":20458,"used":12,"recent":[1767603600000000,1767603600250000],"spent_until":1767657600}"#.utf8)
    let tokens = Self.integers.map(String.init) + ["1e30", "-1e300", "null", "[]", "{}", "\"x\"", "0.5", "1e-400"]
    for _ in 0..<200 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[position] = UInt8.random(in: 32...126, using: &random)
        } else {
          let end = Int.random(in: position...min(bytes.count, position + 12), using: &random)
          bytes.replaceSubrange(position..<end, with: Data((tokens.randomElement(using: &random) ?? "").utf8))
        }
      }
      var state = (try? JSONDecoder().decode(RateLimitState.self, from: bytes)) ?? RateLimitState()
      let limits = RateLimitState.Limits(
        perSecond: integer(), perDay: integer(), reserve: integer(), margin: duration())
      for _ in 0..<8 {
        let verdict = state.take(limits, .background, at: duration(), date: date())
        if case .granted(let reservation) = verdict {
          if Bool.random(using: &random) { state.postpone(reservation, by: duration()) }
          if Bool.random(using: &random) { state.giveBack(reservation) }
        }
        if Bool.random(using: &random) { _ = state.markSpent(at: date()) }
        #expect(state.dailyQuota(limits, at: date()).remaining >= 0)
        #expect(state.delay(ofSlot: abs(integer() / 2), limits, at: duration()) >= .zero)
      }
      // An encoded state can be decoded, and is the same.
      let data = try JSONEncoder().encode(state)
      #expect(try JSONDecoder().decode(RateLimitState.self, from: data) == state)
    }
  }
}
