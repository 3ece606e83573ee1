#if Observability
import ConstantContactKit
import ConstantContactObservability
import ConstantContactTesting
import Foundation
import InMemoryLogging
import Logging
import Testing

@Suite struct LoggingObserverTests {
  private func entries(
    _ steps: [ScriptedTransport.Step],
    _ calls: (ConstantContact) async throws -> Void
  ) async -> [InMemoryLogHandler.Entry] {
    let handler = InMemoryLogHandler()
    var logger = Logger(label: "test", factory: { _ in handler })
    logger.logLevel = .trace
    let client = scriptedClient(steps) { $0.addLogging(to: logger) }
    try? await calls(client)
    return handler.entries
  }

  @Test func retriesAreWarnings() async {
    let entries = await entries([.throttled, .empty]) { client in
      let client = client.with { $0.requestID = "import-7" }
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    #expect(entries.map(\.level) == [.warning, .debug])
    #expect(entries.allSatisfy { $0.message == "Constant Contact attempt" })
    #expect(
      entries.first?.metadata == [
        "constant_contact.operation": "contacts.list", "constant_contact.attempt": "1",
        "constant_contact.outcome": "failed", "constant_contact.status": "429", "constant_contact.error": "throttled",
        "constant_contact.duration_ms": "0", "constant_contact.limit_wait_ms": "0",
        "constant_contact.token_wait_ms": "0",
        "constant_contact.pause_ms": "1250", "constant_contact.request_id": "import-7",
      ])
    #expect(
      entries.last?.metadata == [
        "constant_contact.operation": "contacts.list", "constant_contact.attempt": "2",
        "constant_contact.outcome": "succeeded", "constant_contact.status": "200",
        "constant_contact.duration_ms": "0", "constant_contact.limit_wait_ms": "0",
        "constant_contact.token_wait_ms": "0",
        "constant_contact.service_request_ids": "r-1", "constant_contact.request_id": "import-7",
      ])
  }

  @Test(arguments: [(404, Logger.Level.info), (409, .info), (400, .info), (403, .error), (429, .error), (503, .error)])
  func rejectedRequestsAreLoggedAsInfo(status: Int, level: Logger.Level) async {
    let response = ScriptedTransport.Step.json(.init(rawValue: status), "")
    let entries = await entries([response]) { client in
      _ = try await client.with { $0.retry = RetryPolicy.none }.contacts.get("00000000-0000-0000-0000-000000000001")
    }
    #expect(entries.map(\.level) == [level])
  }

  @Test func cancelledCallsAreLoggedAsDebug() async {
    let entries = await entries([.fail(CancellationError())]) { client in
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    #expect(entries.map(\.level) == [.debug])
    #expect(entries.first?.metadata["constant_contact.outcome"] == "cancelled")
  }

  @Test func logsContainNoPersonalData() async {
    let entries = await entries([.throttled, .lost, .missing]) { client in
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    #expect(entries.count == 3)
    let text = entries.map { "\($0.message) \($0.metadata) \($0.error.map(String.init(describing:)) ?? "")" }.joined()
    #expect(text.contains("contacts.list"))
    for secret in secrets { #expect(!text.contains(secret)) }
  }
}
#endif
