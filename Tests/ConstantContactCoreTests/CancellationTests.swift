import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// Wherever a call is when its task is cancelled, it ends at once, without any time passing, with `CancellationError`.
@Suite struct CancellationTests {
  private let clock = ManualClock()
  private let log = AttemptLog()

  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  private func bench(
    _ steps: [ScriptedTransport.Step],
    tokens: any AccessTokenProvider = StaticTokenProvider(AccessToken("first-token")),
    configure: (inout ConstantContactConfiguration) -> Void = { _ in }
  ) -> Bench {
    Bench(steps, clock: clock, tokens: tokens) { [log] configuration in
      configuration.observers = [log]
      configure(&configuration)
    }
  }

  /// Cancels the call as soon as it waits on the clock.
  private func cancel<Result: Sendable>(_ call: Task<Result, any Error>) async {
    await clock.waitForSleepers()
    let before = clock.elapsed
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(clock.elapsed == before)
  }

  @Test func beforeItBegins() async throws {
    let bench = bench([Self.ok])
    let call = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await bench.client.send(.text())
    }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(await bench.requests.isEmpty)
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [false])
  }

  @Test func whileItWaitsForAToken() async throws {
    let tokens = SlowTokens(AccessToken("one"), time: clock.timeSource, delay: .seconds(3))
    let bench = bench([Self.ok], tokens: tokens)
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [false])
  }

  /// The refresh goes on for the others.
  @Test func whileTheTokenIsRefreshed() async throws {
    let reply = #"{"access_token":"two","refresh_token":"r2","expires_in":86400}"#
    let token = ScriptedTransport.Step.handle { [clock] _ in
      try await clock.timeSource.sleep(for: .seconds(5))
      return TransportResponse(status: 200, headers: ["Content-Type": "application/json"], body: Data(reply.utf8))
    }
    let host = ScriptedTransport([token])
    let old = OAuthCredentials(accessToken: "one", refreshToken: "r1", expiresAt: clock.date.addingTimeInterval(-1))
    let source = TokenSource(
      client: OAuthClient(clientID: "app"), transport: host, store: MemoryTokenStore(old), time: clock.timeSource)
    let bench = bench([Self.ok], tokens: source)
    let other = Task { try await bench.client.send(.text()) }
    await clock.waitForSleepers()
    let call = Task { try await bench.client.send(.text()) }
    await cancel(call)
    await clock.run()
    #expect(try await other.value == #""ok""#)
    #expect(await host.requests.count == 1)
    #expect(await bench.requests.map { $0.headers["Authorization"] } == ["Bearer two"])
  }

  @Test func whileItWaitsForItsTurn() async throws {
    let limit = RateLimit(perSecond: 1, time: clock.timeSource)
    _ = try await limit.acquire(operation: "other", patience: .zero)
    clock.endWork()
    let bench = bench([Self.ok]) { $0.rateLimit = limit }
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [false])
    // Its turn goes to the next.
    let next = Task { try await bench.client.send(.text()) }
    await clock.run()
    #expect(try await next.value == #""ok""#)
    #expect(await limit.dailyQuota.used == 2)
  }

  @Test func whileTheRequestIsUnderWay() async throws {
    let bench = bench([
      .handle { [clock] _ in
        try await clock.timeSource.sleep(for: .seconds(30))
        return TransportResponse(status: 200)
      }
    ])
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [true])
  }

  /// The attempt that was to come is the last: it never went out.
  @Test func whileItPauses() async throws {
    let bench = bench([.json(503, ""), Self.ok])
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.failed, .cancelled])
    #expect(log.attempts.map(\.pause) == [.milliseconds(250), nil])
    #expect(log.attempts.map(\.wasSent) == [true, false])
    #expect(await bench.requests.count == 1)
  }

  @Test func betweenPages() async throws {
    let page = #"{"contacts":[{"contact_id":"1"}],"_links":{"next":{"href":"/v3/contacts?cursor=b"}}}"#
    let bench = bench([.json(200, page), Self.ok]) {
      $0.rateLimit = RateLimit(perSecond: 1, time: clock.timeSource)
    }
    let seen = Locked(0)
    let call = Task {
      for try await _ in bench.client.contacts.list() { seen.withLock { $0 += 1 } }
    }
    await cancel(call)
    #expect(seen.withLock { $0 } == 1)
    #expect(await bench.requests.count == 1)
  }

  @Test func whileItDownloads() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "contacts.csv")
    try Data("before".utf8).write(to: file)
    let bench = bench([
      .handle { [clock] _ in
        try await clock.timeSource.sleep(for: .seconds(30))
        return TransportResponse(status: 200)
      }
    ])
    await cancel(Task { try await bench.client.activities.downloadExportedCSV(of: "1", to: file) })
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["contacts.csv"])
    #expect(try Data(contentsOf: file) == Data("before".utf8))
  }

  /// Of callers that wait in line, any may leave, and those behind move up.
  @Test(arguments: 1...5)
  func anyNumberOfCallersInLine(seed: Int) async throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let bench = bench(Array(repeating: Self.ok, count: 40)) {
      $0.rateLimit = RateLimit(perSecond: 4, margin: .zero, time: clock.timeSource)
    }
    let calls = (0..<40).map { _ in Task { try await bench.client.send(.text()) } }
    // Four are through, the others are in line.
    while await bench.client.configuration.rateLimit.waitingCount < 36 { await Task.yield() }
    let leaving = Set(calls.indices.filter { _ in Bool.random(using: &generator) })
    for index in leaving { calls[index].cancel() }
    await clock.run()
    var ended = 0
    for call in calls {
      switch await call.result {
      case .success: ended += 1
      case .failure(let error): #expect(error is CancellationError)
      }
    }
    // Who had ended before the cancellation has ended well.
    #expect(ended >= 40 - leaving.count && ended <= 44 - leaving.count)
    #expect(await bench.requests.count == ended)
    #expect(await bench.client.configuration.rateLimit.dailyQuota.used == ended)
    #expect(clock.elapsed == .seconds((ended - 1) / 4))
  }
}
