import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Over networks whose delays vary, at full rate, hardly any request is refused.
@Suite struct JitterTests {
  @Test(
    arguments: [
      SimulatedNetwork(jitter: .zero, minimumRate: 0.99),
      SimulatedNetwork(jitter: .zero, connecting: .milliseconds(100), minimumRate: 0.985),
      SimulatedNetwork(jitter: .zero, stalls: 0.2, minimumRate: 0.985),
      SimulatedNetwork(jitter: .milliseconds(5), minimumRate: 0.985),
      SimulatedNetwork(jitter: .milliseconds(10), minimumRate: 0.98),
      SimulatedNetwork(jitter: .milliseconds(20)),
      SimulatedNetwork(jitter: .milliseconds(30), returnJitter: .milliseconds(30)),
      SimulatedNetwork(jitter: .milliseconds(50)),
      SimulatedNetwork(jitter: .milliseconds(50), returnJitter: .milliseconds(50)),
      SimulatedNetwork(jitter: .milliseconds(50), latency: .milliseconds(1_200)),
      SimulatedNetwork(jitter: .milliseconds(10), latencySpread: .milliseconds(300)),
    ], 1...3)
  func hardlyAnyRequestIsRefusedAtFullRate(network: SimulatedNetwork, seed: Int) async throws {
    let outcome = try await network.run(seed: UInt64(seed), seconds: 200)
    #expect(Double(outcome.refused) < 0.01 * Double(outcome.sent), "\(outcome.refused) of \(outcome.sent)")
    #expect(outcome.rate >= network.minimumRate, "\(outcome.rate)")
  }

  /// Without what is learned, the same network refuses a tenth of the requests and more.
  @Test func networkRefusesRequestsThatAreSpacedByASecondAlone() async throws {
    var network = SimulatedNetwork(jitter: .milliseconds(50))
    network.isLearning = false
    let outcome = try await network.run(seed: 1, seconds: 200)
    #expect(Double(outcome.refused) > 0.1 * Double(outcome.sent))
  }

  @Test func refusalsLengthenTheWindowAndResponsesShortenItAgain() async throws {
    let clock = ManualClock()
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    func window() async throws -> Duration {
      await clock.advance(by: .seconds(10))
      let slot = try await limit.acquire(operation: "x", patience: .zero)
      clock.endWork()
      let next = Task { try await limit.acquire(operation: "x", patience: .seconds(9)) }
      await clock.waitForSleepers()
      await clock.advance(by: .seconds(5))
      clock.endWork()
      return try await next.value.time - slot.time
    }
    #expect(try await window() == .seconds(1))
    await clock.advance(by: .seconds(10))
    var slot = try await limit.acquire(operation: "x", patience: .zero)
    clock.endWork()
    for _ in 0..<4 { await limit.noteResponse(to: slot, isThrottled: true) }
    #expect(try await window() == .milliseconds(1_020))
    for _ in 0..<1_000 { await limit.noteResponse(to: slot, isThrottled: true) }
    #expect(try await window() == .milliseconds(1_250))
    await clock.advance(by: .seconds(10))
    slot = try await limit.acquire(operation: "x", patience: .zero)
    clock.endWork()
    for _ in 0..<30_000 { await limit.noteResponse(to: slot, isThrottled: false) }
    #expect(try await window() == .seconds(1))
  }

  @Test func callsReportTheirResponses() async throws {
    let clock = ManualClock(automatic: true)
    let server = FakeConstantContact(.init(time: clock.timeSource))
    let client = try await server.client { $0.rateLimit = RateLimit(margin: .zero, time: clock.timeSource) }
    await server.inject(.throttled, times: 20)
    for _ in 0..<4 { _ = try? await client.with { $0.retry = RetryPolicy.none }.lists.list().collect() }
    let start = clock.elapsed
    _ = try? await client.with { $0.retry = RetryPolicy.none }.lists.list().collect()
    // A second, and five milliseconds for each refusal.
    #expect(clock.elapsed - start >= .milliseconds(1_020))
  }
}
