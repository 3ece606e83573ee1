#if Observability
import ConstantContactKit
import ConstantContactObservability
import ConstantContactTesting
import CoreMetrics
import Foundation
import MetricsTestKit
import Testing

@Suite struct MetricsObserverTests {
  @Test func attemptsAreCountedAndTimed() async throws {
    let metrics = TestMetrics()
    let client = scriptedClient([.throttled, .empty, .missing]) { $0.addMetrics(to: metrics) }
    _ = try await client.contacts.find(email: "ann@example.com")
    await #expect(throws: ConstantContactError.self) { try await client.contacts.find(email: "ann@example.com") }

    let operation = ("operation", "contacts.list")
    for (outcome, status) in [("failed", "429"), ("succeeded", "200"), ("failed", "404")] {
      let dimensions = [operation, ("outcome", outcome), ("status", status)]
      #expect(try metrics.expectCounter(MetricsObserver.Name.attempts, dimensions).totalValue == 1)
      let timer = try metrics.expectTimer(MetricsObserver.Name.attemptDuration, [operation, ("status", status)])
      #expect(timer.values == [0])
    }
    #expect(
      try metrics.expectCounter(MetricsObserver.Name.retries, [operation, ("error", "throttled")]).totalValue == 1)
    #expect(
      try metrics.expectCounter(MetricsObserver.Name.failures, [operation, ("error", "notFound")]).totalValue == 1)
    #expect(metrics.counterTotal(label: MetricsObserver.Name.retries) == 1)
    #expect(metrics.counterTotal(label: MetricsObserver.Name.failures) == 1)
    #expect(try metrics.expectTimer(MetricsObserver.Name.tokenWait, [operation]).values == [0, 0, 0])
  }

  @Test func waitsForTheRateLimitAreTimed() async throws {
    let metrics = TestMetrics()
    let client = scriptedClient(Array(repeating: .empty, count: 5)) { $0.addMetrics(to: metrics) }
    for _ in 0..<5 { _ = try await client.contacts.find(email: "ann@example.com") }
    let waits = try metrics.expectTimer(MetricsObserver.Name.limitWait, [("operation", "contacts.list")]).values
    #expect(waits.count == 5)
    #expect(waits.filter { $0 >= 1_000_000_000 }.count == 1)
  }

  @Test func unsentAttemptsHaveNoDuration() async throws {
    let metrics = TestMetrics()
    let tokens = StaticTokenProvider(AccessToken("hidden-token", scopes: []))
    var configuration = ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource)
    configuration.addMetrics(to: metrics)
    let client = ConstantContact(tokens: tokens, transport: ScriptedTransport(), configuration: configuration)
    await #expect(throws: ConstantContactError.self) { try await client.contacts.find(email: "ann@example.com") }
    #expect(metrics.timers(label: MetricsObserver.Name.attemptDuration).isEmpty)
    let attempts = metrics.counters(label: MetricsObserver.Name.attempts)
    #expect(attempts.first?.dimensions.map(\.1) == ["contacts.list", "failed", "none"])
    #expect(
      metrics.counters(label: MetricsObserver.Name.failures).first?.dimensions.map(\.1) == [
        "contacts.list", "missingScope",
      ])
  }

  /// Dashboards depend on the names.
  @Test func namesAreStable() {
    #expect(
      [
        MetricsObserver.Name.attempts, MetricsObserver.Name.attemptDuration, MetricsObserver.Name.retries,
        MetricsObserver.Name.failures, MetricsObserver.Name.limitWait, MetricsObserver.Name.tokenWait,
      ] == [
        "constant_contact.attempts", "constant_contact.attempt.duration", "constant_contact.retries",
        "constant_contact.failures", "constant_contact.limit.wait", "constant_contact.token.wait",
      ])
  }
}
#endif
