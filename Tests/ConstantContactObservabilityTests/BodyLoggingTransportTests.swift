#if Observability
import ConstantContactKit
import ConstantContactObservability
import ConstantContactTesting
import Foundation
import InMemoryLogging
import Logging
import Testing

@Suite struct BodyLoggingTransportTests {
  private func entries(
    _ steps: [ScriptedTransport.Step],
    includingSuccesses: Bool = false,
    limit: Int = 4096,
    _ calls: (ConstantContact, any HTTPTransport) async throws -> Void
  ) async -> [InMemoryLogHandler.Entry] {
    let handler = InMemoryLogHandler()
    var logger = Logger(label: "test", factory: { _ in handler })
    logger.logLevel = .trace
    let transport = BodyLoggingTransport(
      ScriptedTransport(steps), logger: logger, includesSuccesses: includingSuccesses, limit: limit)
    var configuration = ConstantContactConfiguration(time: ManualClock(automatic: true).timeSource)
    configuration.retry = RetryPolicy.none
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken("hidden-token")), transport: transport, configuration: configuration)
    try? await calls(client, transport)
    return handler.entries
  }

  @Test func errorBodiesAreLogged() async {
    let entries = await entries([.missing, .empty]) { client, _ in
      _ = try? await client.contacts.get("00000000-0000-0000-0000-000000000001")
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    #expect(entries.count == 1)
    #expect(entries.first?.level == .trace)
    #expect(
      entries.first?.metadata == [
        "constant_contact.operation": "contacts.get", "constant_contact.status": "404",
        "constant_contact.response_body":
          #"[{"error_key":"contacts.api.not.found","error_message":"ann@example.com"}]"#,
      ])
  }

  @Test func requestBodiesAreLogged() async {
    let entries = await entries([.json(400, "no")], includingSuccesses: true) { client, _ in
      _ = try await client.lists.create(ListDraft(name: "Newsletter"))
    }
    #expect(entries.first?.metadata["constant_contact.request_body"].map { "\($0)" }?.contains("Newsletter") == true)
  }

  @Test func longBodiesAreCut() async {
    for (limit, expected) in [
      (3, "{\"c… (15 bytes)"), (0, "… (15 bytes)"), (.min, "… (15 bytes)"), (.max, #"{"contacts":[]}"#),
    ] {
      let entries = await entries([.empty], includingSuccesses: true, limit: limit) { client, _ in
        _ = try await client.contacts.find(email: "ann@example.com")
      }
      #expect(entries.first?.metadata["constant_contact.response_body"] == "\(expected)")
    }
  }

  @Test func errorBodiesOfDownloadsAreLogged() async {
    let file = FileManager.default.temporaryDirectory.appending(path: "download-\(UUID().uuidString)")
    let entries = await entries([.missing]) { client, _ in
      try await client.activities.downloadExportedCSV(of: "5b0c7a10-21d4-4f6e-9a53-000000000006", to: file)
    }
    #expect(entries.first?.metadata["constant_contact.status"] == "404")
    #expect(entries.count == 1)
  }

  @Test func requestsToTheTokenEndpointAreNotLogged() async throws {
    let tokens = #"{"access_token":"secret","refresh_token":"secret"}"#
    let entries = await entries([.json(200, tokens), .json(400, tokens)], includingSuccesses: true) { _, transport in
      let app = OAuthClient(clientID: "id", clientSecret: "secret", redirectURI: "https://example.com")
      let client = TokenClient(client: app, transport: transport, time: ManualClock(automatic: true).timeSource)
      _ = try await client.exchange(code: "c")
      _ = try await client.exchange(code: "c")
    }
    #expect(entries.isEmpty)
  }

  @Test func headerFieldsAreNotLogged() async {
    let entries = await entries([.empty], includingSuccesses: true) { client, _ in
      _ = try await client.contacts.find(email: "ann@example.com")
    }
    #expect(!"\(entries)".contains("hidden-token"))
  }
}
#endif
