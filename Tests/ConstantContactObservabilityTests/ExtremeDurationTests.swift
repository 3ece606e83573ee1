#if Observability
import ConstantContactKit
import ConstantContactObservability
import ConstantContactTesting
import CoreMetrics
import Foundation
import InMemoryLogging
import InMemoryTracing
import Logging
import MetricsTestKit
import Testing

@Suite struct ExtremeDurationTests {
  /// A clock may report any duration, and none may overflow on its way into logs, metrics and spans.
  @Test func endlessRequestsAreReported() async throws {
    let clock = ManualClock()
    let handler = InMemoryLogHandler()
    var logger = Logger(label: "test", factory: { _ in handler })
    logger.logLevel = .trace
    let tracer = InMemoryTracer()
    var configuration = ConstantContactConfiguration(time: clock.timeSource)
    configuration.addLogging(to: logger)
    configuration.addMetrics(to: TestMetrics())
    configuration.addTracing(to: tracer)
    let transport = ScriptedTransport([
      .handle { _ in
        await clock.advance(by: .seconds(Int64.max))
        return TransportResponse(status: 200, body: Data(#"{"contacts":[]}"#.utf8))
      }
    ])
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("t")), transport: transport, configuration: configuration)
    _ = try? await client.contacts.find(email: "ann@example.com")
    #expect(!handler.entries.isEmpty)
    #expect(!tracer.finishedSpans.isEmpty)
  }
}
#endif
