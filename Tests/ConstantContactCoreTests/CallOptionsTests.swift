import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CallOptionsTests {
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  @Test func theyAreOfOneCopyOfTheClient() async throws {
    let bench = Bench([Self.ok, Self.ok])
    let hasty = bench.client.with { $0.attemptTimeout = .seconds(3) }
    _ = try await hasty.send(.text())
    _ = try await bench.client.send(.text())
    #expect(await bench.requests.map(\.timeout) == [.seconds(3), .seconds(60)])
  }

  @Test func theyAddUpAndCanBeReplaced() {
    let client = Bench([]).client.with { $0.requestID = "a" }.with { $0.priority = .background }
    #expect(client.options.requestID == "a")
    #expect(client.options.priority == .background)
    let fresh = client.with(CallOptions())
    #expect(fresh.options.requestID == nil && fresh.options.priority == .interactive)
  }

  @Test func theDeadlineIsTheCallsOwn() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench(Array(repeating: .json(503, ""), count: 9), clock: clock) { $0.deadline = .seconds(300) }
    _ = try await failure { try await bench.client.with { $0.deadline = .seconds(1) }.send(.text()) }
    // Pauses of 0.25 and 0.5 s, which a third of 1 s would exceed.
    #expect(clock.elapsed == .milliseconds(750))
    #expect(await bench.requests.map(\.timeout) == [.seconds(1), .milliseconds(750), .milliseconds(250)])
  }

  @Test func theRetryPolicyIsTheCallsOwn() async throws {
    let bench = Bench([.json(503, ""), .json(503, ""), Self.ok])
    _ = try await failure { try await bench.client.with { $0.retry = RetryPolicy.none }.send(.text()) }
    #expect(await bench.requests.count == 1)
    _ = try await bench.client.send(.text())
    #expect(await bench.requests.count == 3)
  }

  @Test func headersGoAlongWithEveryAttempt() async throws {
    let bench = Bench([.json(503, ""), Self.ok])
    _ = try await bench.client.with { $0.headers["traceparent"] = "00-1-2-01" }.send(.text())
    #expect(await bench.requests.map { $0.headers["traceparent"] } == ["00-1-2-01", "00-1-2-01"])
    #expect(await bench.requests.allSatisfy { $0.headers["Authorization"] == "Bearer first-token" })
  }

  @Test(arguments: [
    "Authorization", "user-agent", "CONTENT-TYPE", "Content-Length", "Transfer-Encoding", "Host", "Accept", "Cookie",
    "Connection", "x-api-key",
  ])
  func whatTheLibrarySetsIsRefused(name: String) async throws {
    let bench = Bench([Self.ok])
    let error = try await failure { try await bench.client.with { $0.headers[name] = "s3cret" }.send(.text()) }
    #expect(error.code == .invalidInput && error.effect == .none)
    #expect(error.message.contains(name) && !everythingPrinted(error).contains("s3cret"))
    #expect(await bench.requests.isEmpty)
  }

  @Test func whatIsNoHeaderIsRefused() async throws {
    for (name, value) in [("X-Trace", "a\r\nAuthorization: b"), ("X Trace", "a"), ("", "a")] {
      let bench = Bench([Self.ok])
      let error = try await failure { try await bench.client.with { $0.headers[name] = value }.send(.text()) }
      #expect(error.code == .invalidInput)
      #expect(await bench.requests.isEmpty)
    }
  }

  @Test func theRequestIDIsNotSent() async throws {
    let bench = Bench([Self.ok])
    _ = try await bench.client.with { $0.requestID = "job-7" }.send(.text())
    #expect(await bench.requests.allSatisfy { !$0.headers.fields.contains { $0.value.contains("job-7") } })
  }

  @Test func pagesAndPushesKeepThem() async throws {
    let clock = ManualClock(automatic: true)
    let fake = FakeConstantContact(.init(time: clock.timeSource))
    let noting = RequestNoting(base: fake)
    let client = ConstantContact(
      tokens: StaticTokenProvider(AccessToken(await fake.issueTokens().accessToken)), transport: noting,
      configuration: try await fake.client().configuration)
    let nightly = client.with { $0.headers["X-Job"] = "nightly" }
    let pusher = ContactPusher(nightly)
    for name in ["ann", "bob"] {
      var lead = Lead()
      lead.workEmail = "\(name)@example.com"
      _ = try await pusher.push(lead)
    }
    #expect(try await nightly.contacts.list(pageSize: 1).collect().count == 2)
    let requests = noting.requests.withLock { $0 }
    #expect(requests.count >= 6)
    #expect(requests.allSatisfy { $0.headers["X-Job"] == "nightly" })
  }

  private struct RequestNoting: HTTPTransport {
    let base: any HTTPTransport
    let requests = Locked<[HTTPRequest]>([])

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      requests.withLock { $0.append(request) }
      return try await base.send(request)
    }
  }

  @Test func partnersHaveThemToo() async throws {
    let transport = ScriptedTransport([.json(204, ""), .json(204, "")])
    let clock = ManualClock(automatic: true)
    let partner = ConstantContactPartner(
      apiKey: "key", tokens: StaticTokenProvider(AccessToken("t")), transport: transport,
      configuration: ConstantContactConfiguration(time: clock.timeSource))
    let other = partner.with { $0.headers["X-Job"] = "nightly" }
    #expect(other.options.headers["X-Job"] == "nightly" && partner.options.headers["X-Job"] == nil)
    try await other.api.deleteWebhook(WebhookTopicID("t"))
    try await partner.api.deleteWebhook(WebhookTopicID("t"))
    #expect(await transport.requests.map { $0.headers["X-Job"] } == ["nightly", nil])
    #expect(await transport.requests.allSatisfy { $0.headers["x-api-key"] == "key" })
  }
}
