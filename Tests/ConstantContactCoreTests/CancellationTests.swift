import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A cancelled call ends at once with `CancellationError`, whatever it waits for.
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

  @Test func cancelledBeforeTheFirstAttempt() async throws {
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

  @Test func cancelledWhileWaitingForAToken() async throws {
    let tokens = SlowTokens(AccessToken("one"), time: clock.timeSource, delay: .seconds(3))
    let bench = bench([Self.ok], tokens: tokens)
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [false])
  }

  /// The refresh continues for the other callers.
  @Test func cancelledDuringATokenRefresh() async throws {
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

  @Test func cancelledInTheQueue() async throws {
    let limit = RateLimit(perSecond: 1, time: clock.timeSource)
    _ = try await limit.acquire(operation: "other", patience: .zero)
    clock.endWork()
    let bench = bench([Self.ok]) { $0.rateLimit = limit }
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.cancelled])
    #expect(log.attempts.map(\.wasSent) == [false])
    // Its slot goes to the next call.
    let next = Task { try await bench.client.send(.text()) }
    await clock.run()
    #expect(try await next.value == #""ok""#)
    #expect(await limit.dailyQuota.used == 2)
  }

  @Test func cancelledDuringARequest() async throws {
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

  /// The attempt after the pause is the last one, and was not sent.
  @Test func cancelledDuringAPause() async throws {
    let bench = bench([.json(503, ""), Self.ok])
    await cancel(Task { try await bench.client.send(.text()) })
    #expect(log.attempts.map(\.outcome) == [.failed, .cancelled])
    #expect(log.attempts.map(\.pause) == [.milliseconds(250), nil])
    #expect(log.attempts.map(\.wasSent) == [true, false])
    #expect(await bench.requests.count == 1)
  }

  @Test func cancelledBetweenPages() async throws {
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

  @Test func cancelledDuringADownload() async throws {
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

  /// Any caller in the queue may be cancelled, and those behind it move up.
  @Test(arguments: 1...5)
  func cancelledCallersReleaseTheirSlots(seed: Int) async throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let bench = bench(Array(repeating: Self.ok, count: 40)) {
      $0.rateLimit = RateLimit(perSecond: 4, margin: .zero, time: clock.timeSource)
    }
    let succeeded = Locked(0)
    let calls = (0..<40).map { _ in
      Task {
        defer { if !Task.isCancelled { succeeded.withLock { $0 += 1 } } }
        return try await bench.client.send(.text())
      }
    }
    // Four have had a slot and are over, the others are in the queue.
    let rateLimit = bench.client.configuration.rateLimit
    while await rateLimit.waitingCount < 36 { await Task.yield() }
    while succeeded.withLock({ $0 }) < 4 { await Task.yield() }
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
    // A call that ended before its cancellation has succeeded.
    #expect(ended >= 40 - leaving.count && ended <= 44 - leaving.count)
    #expect(await bench.requests.count == ended)
    // A slot that came too late for its caller is returned after the call has ended.
    while await rateLimit.dailyQuota.used > ended { await Task.yield() }
    #expect(await rateLimit.dailyQuota.used == ended)
    #expect(clock.elapsed == .seconds((ended - 1) / 4))
  }
}
