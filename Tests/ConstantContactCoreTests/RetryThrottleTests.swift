import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RetryThrottleTests {
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)
  private static let down = ScriptedTransport.Step.json(503, "")
  private static let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)

  private func bench(_ steps: [ScriptedTransport.Step], _ throttle: RetryThrottle) -> Bench {
    Bench(steps) { $0.retryThrottle = throttle }
  }

  @Test func defaults() {
    let throttle = RetryThrottle()
    #expect(throttle.capacity == 100 && throttle.ratio == 0.5)
    #expect(throttle.permitsRetries)
  }

  /// Ten points: after the fifth failure there are five left, which is half.
  @Test func retriesStopAtHalfTheCapacity() async throws {
    let throttle = RetryThrottle(capacity: 10, ratio: 0.5)
    let bench = bench(Array(repeating: Self.down, count: 20), throttle)
    let first = try await failure { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 5)
    #expect(!throttle.permitsRetries)
    #expect(!first.message.contains("recent"))
    let second = try await failure { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 6)
    #expect(second.code == .server && second.message.contains("most recent requests failed"))
  }

  @Test func successesPermitRetriesAgain() async throws {
    let throttle = RetryThrottle(capacity: 4, ratio: 0.5)
    let bench = bench([Self.down, Self.down] + Array(repeating: Self.ok, count: 2) + [Self.down, Self.ok], throttle)
    // Two points are left, which is half; two successes make three, and the next failure two again.
    _ = try await failure { try await bench.client.send(.text()) }
    for _ in 0..<2 { _ = try await bench.client.send(.text()) }
    #expect(throttle.permitsRetries)
    _ = try await failure { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 5)
  }

  @Test func pointsDoNotGrowBeyondTheCapacity() async throws {
    let throttle = RetryThrottle(capacity: 4, ratio: 2)
    let bench = bench(Array(repeating: Self.ok, count: 9) + [Self.down, Self.down, Self.ok], throttle)
    for _ in 0..<9 { _ = try await bench.client.send(.text()) }
    _ = try await failure { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 11)
  }

  /// A service that asks for a slower pace, or refuses a request for what it is, is not in trouble.
  @Test func refusalsAreNotFailures() async throws {
    let throttle = RetryThrottle(capacity: 4, ratio: 0.5)
    let refusals: [ScriptedTransport.Step] = [.json(400, ""), .json(404, ""), .json(409, ""), .json(403, "")]
    let bench = bench(refusals + Array(repeating: Self.throttled, count: 4) + [Self.ok], throttle)
    for _ in refusals { _ = try await failure { try await bench.client.send(.text()) } }
    _ = try await bench.client.send(.text())
    #expect(throttle.permitsRetries)
    try await bench.transport.verifyAllUsed()
  }

  @Test func throttledIsRetriedAlsoWhileRetriesAreStopped() async throws {
    let throttle = RetryThrottle(capacity: 2, ratio: 0)
    let bench = bench([Self.down, Self.throttled, Self.throttled, Self.ok], throttle)
    _ = try await failure { try await bench.client.send(.text()) }
    #expect(!throttle.permitsRetries)
    _ = try await bench.client.send(.text())
    try await bench.transport.verifyAllUsed()
  }

  @Test func clientsOfOneConfigurationShareAThrottle() async throws {
    let throttle = RetryThrottle(capacity: 2, ratio: 0)
    let bench = bench([Self.down, Self.down], throttle)
    _ = try await failure { try await bench.client.with { $0.retry = RetryPolicy.none }.send(.text()) }
    let other = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: bench.transport,
      configuration: bench.client.configuration)
    _ = try await failure { try await other.send(.text()) }
    #expect(await bench.requests.count == 2)
  }

  /// A service that fails throughout gets little more than one request for each call.
  @Test func failingAPIReceivesFewRetries() async throws {
    let clock = ManualClock(automatic: true)
    let steps = Array(repeating: Self.down, count: 5_000)
    let bench = Bench(steps, clock: clock) { $0.rateLimit = RateLimit(perSecond: 1_000, time: clock.timeSource) }
    for _ in 0..<1_000 { _ = try await failure { try await bench.client.send(.text()) } }
    // 50 failures use up half of the points, in 10 calls of 5 attempts each; every other call is one request.
    #expect(await bench.requests.count == 1_040)
  }
}
