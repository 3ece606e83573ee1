import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CallOptionsTests {
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  @Test func optionsApplyToOneCopyOfTheClient() async throws {
    let bench = Bench([Self.ok, Self.ok])
    let hasty = bench.client.with { $0.attemptTimeout = .seconds(3) }
    _ = try await hasty.send(.text())
    _ = try await bench.client.send(.text())
    #expect(await bench.requests.map(\.timeout) == [.seconds(3), .seconds(60)])
  }

  @Test func optionsAddUpAndCanBeReplaced() {
    let client = Bench([]).client.with { $0.requestID = "a" }.with { $0.priority = .background }
    #expect(client.options.requestID == "a")
    #expect(client.options.priority == .background)
    let fresh = client.with(CallOptions())
    #expect(fresh.options.requestID == nil && fresh.options.priority == .interactive)
  }

  @Test func deadlineOptionOverridesTheConfiguration() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench(Array(repeating: .json(503, ""), count: 9), clock: clock) { $0.deadline = .seconds(300) }
    _ = try await failure { try await bench.client.with { $0.deadline = .seconds(1) }.send(.text()) }
    // Pauses of 0.25 and 0.5 s, which a third of 1 s would exceed.
    #expect(clock.elapsed == .milliseconds(750))
    #expect(await bench.requests.map(\.timeout) == [.seconds(1), .milliseconds(750), .milliseconds(250)])
  }

  @Test func retryOptionOverridesTheConfiguration() async throws {
    let bench = Bench([.json(503, ""), .json(503, ""), Self.ok])
    _ = try await failure { try await bench.client.with { $0.retry = RetryPolicy.none }.send(.text()) }
    #expect(await bench.requests.count == 1)
    _ = try await bench.client.send(.text())
    #expect(await bench.requests.count == 3)
  }

  @Test func headersAreSentWithEveryAttempt() async throws {
    let bench = Bench([.json(503, ""), Self.ok])
    _ = try await bench.client.with { $0.headers["traceparent"] = "00-1-2-01" }.send(.text())
    #expect(await bench.requests.map { $0.headers["traceparent"] } == ["00-1-2-01", "00-1-2-01"])
    #expect(await bench.requests.allSatisfy { $0.headers["Authorization"] == "Bearer first-token" })
  }

  @Test(arguments: [
    "Authorization", "user-agent", "CONTENT-TYPE", "Content-Length", "Transfer-Encoding", "Host", "Accept", "Cookie",
    "Connection", "x-api-key",
  ])
  func reservedHeadersAreRefused(name: String) async throws {
    let bench = Bench([Self.ok])
    let error = try await failure { try await bench.client.with { $0.headers[name] = "s3cret" }.send(.text()) }
    #expect(error.code == .invalidInput && error.effect == .none)
    #expect(error.message.contains(name) && !everythingPrinted(error).contains("s3cret"))
    #expect(await bench.requests.isEmpty)
  }

  @Test func invalidHeadersAreRefused() async throws {
    for (name, value) in [("X-Trace", "a\r\nAuthorization: b"), ("X Trace", "a"), ("", "a")] {
      let bench = Bench([Self.ok])
      let error = try await failure { try await bench.client.with { $0.headers[name] = value }.send(.text()) }
      #expect(error.code == .invalidInput)
      #expect(await bench.requests.isEmpty)
    }
  }

  @Test func requestIDIsNotSent() async throws {
    let bench = Bench([Self.ok])
    _ = try await bench.client.with { $0.requestID = "job-7" }.send(.text())
    #expect(await bench.requests.allSatisfy { !$0.headers.fields.contains { $0.value.contains("job-7") } })
  }

  @Test func backgroundCallsYieldToInteractiveOnes() async throws {
    let clock = ManualClock()
    let arrivals = Locked<[String]>([])
    let step = ScriptedTransport.Step.handle { request in
      arrivals.withLock { $0.append(request.headers["X-Name"] ?? "") }
      return TransportResponse(status: 200)
    }
    let bench = Bench(Array(repeating: step, count: 5), clock: clock) {
      $0.rateLimit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    }
    let limit = bench.client.configuration.rateLimit
    var calls: [Task<String, any Error>] = []
    for (index, name) in ["first", "background 1", "background 2", "interactive 1", "interactive 2"].enumerated() {
      let client = bench.client.with {
        $0.headers["X-Name"] = name
        $0.priority = name.hasPrefix("b") ? .background : .interactive
      }
      calls.append(Task { try await client.send(.text()) })
      if index == 0 { _ = try await calls[0].value }
      while await limit.waitingCount < index { await Task.yield() }
    }
    await clock.run()
    for call in calls { _ = try await call.value }
    #expect(
      arrivals.withLock { $0 } == ["first", "interactive 1", "interactive 2", "background 1", "background 2"])
    #expect(clock.elapsed == .seconds(4))
  }

  @Test func backgroundCallsKeepTheReserve() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench(Array(repeating: Self.ok, count: 9), clock: clock) {
      $0.rateLimit = RateLimit(perDay: 3, reserve: 2, time: clock.timeSource)
    }
    let background = bench.client.with { $0.priority = .background }
    _ = try await background.send(.text())
    let error = try await failure { try await background.send(.text()) }
    #expect(error.code == .quotaExceeded && error.status == nil)
    #expect(error.resumesAt == clock.start.addingTimeInterval(15 * 3_600))
    for _ in 0..<2 { _ = try await bench.client.send(.text()) }
    #expect(try await failure { try await bench.client.send(.text()) }.code == .quotaExceeded)
    #expect(await bench.requests.count == 3)
  }

  @Test func pagesAndPushesUseTheOptions() async throws {
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
    let requests = Locked<[TransportRequest]>([])

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      requests.withLock { $0.append(request) }
      return try await base.send(request)
    }
  }

  @Test func partnerCallsUseTheOptions() async throws {
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
