import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct CallObserverTests {
  private let clock = ManualClock(automatic: true)
  private let log = AttemptLog()

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

  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)
  private static let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
  private static let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)

  /// Responds after a delay.
  private func slow(_ duration: Duration, _ status: TransportStatus) -> ScriptedTransport.Step {
    .handle { [clock] _ in
      // The client counts a request under way as work, during which an automatic clock stands.
      clock.endWork()
      defer { clock.beginWork() }
      try await clock.timeSource.sleep(for: duration)
      return TransportResponse(status: status)
    }
  }

  /// Takes a slot for another call.
  private func takeSlot(_ limit: RateLimit) async throws {
    _ = try await limit.acquire(operation: "other", patience: .seconds(60))
    clock.endWork()
  }

  @Test func recordsOneAttempt() async throws {
    let headers: TransportHeaders = ["x-amzn-RequestId": "r-1", "x-eig-tracking-id": "t-1"]
    let bench = bench([.json(200, #""ok""#, headers: headers)])
    _ = try await bench.client.with { $0.requestID = "job-7" }.send(.text(.put, "/things/1"))
    let attempt = try #require(log.attempts.first)
    #expect(log.attempts.count == 1)
    #expect(attempt.operation == "things.call" && attempt.method == .put && attempt.pathTemplate == "/things/1")
    #expect(attempt.number == 1 && attempt.wasSent && attempt.outcome == .succeeded)
    #expect(attempt.status == 200 && attempt.error == nil && attempt.pause == nil)
    #expect(attempt.serviceRequestIDs == ["r-1", "t-1"])
    #expect(attempt.requestID == "job-7")
    #expect(attempt.tokenWait == .zero && attempt.limitWait == .zero && attempt.duration == .zero)
    #expect(
      attempt.description == "things.call attempt 1 succeeded, status 200, waited 0.0 seconds, took 0.0 seconds")
  }

  @Test func recordsEachAttemptOfARetriedCall() async throws {
    let bench = bench([.json(503, ""), .fail(Self.lost), Self.throttled, Self.ok])
    _ = try await bench.client.send(.text())
    let attempts = log.attempts
    #expect(attempts.map(\.number) == [1, 2, 3, 4])
    #expect(attempts.map(\.outcome) == [.failed, .failed, .failed, .succeeded])
    #expect(attempts.map(\.error) == [.server, .connection, .throttled, nil])
    #expect(attempts.map(\.status) == [503, nil, 429, 200])
    #expect(attempts.map(\.pause) == [.milliseconds(250), .milliseconds(500), .seconds(2), nil])
    #expect(attempts.allSatisfy { $0.wasSent })
  }

  @Test func recordsTheRetryAfterARefusedToken() async throws {
    let refused = ScriptedTransport.Step.json(401, "")
    let bench = bench([refused, Self.ok], tokens: TokenList(AccessToken("one"), AccessToken("two")))
    _ = try await bench.client.send(.text(.post, replay: .onlyIfNotSent))
    #expect(log.attempts.map(\.number) == [1, 2])
    #expect(log.attempts.map(\.error) == [.unauthorized, nil])
    #expect(log.attempts.map(\.pause) == [.zero, nil])
  }

  @Test func recordsAttemptsThatWereNotSent() async throws {
    let scopeless = StaticTokenProvider(AccessToken("t", scopes: []))
    _ = try await failure { try await bench([], tokens: scopeless).client.send(.text(scope: .contactData)) }
    let spent = bench([]) { $0.rateLimit = RateLimit(perDay: 0, time: clock.timeSource) }
    _ = try await failure { try await spent.client.send(.text()) }
    let tokenless = bench([], tokens: StaticTokenProvider(AccessToken("t", expiresAt: .distantPast)))
    _ = try? await tokenless.client.send(.text())
    let attempts = log.attempts.prefix(2)
    #expect(attempts.map(\.error) == [.missingScope, .quotaExceeded])
    for attempt in attempts {
      #expect(attempt.number == 1 && !attempt.wasSent && attempt.outcome == .failed)
      #expect(attempt.status == nil && attempt.pause == nil && attempt.duration == .zero)
    }
  }

  @Test func refusedCallHasNoAttempts() async throws {
    let bench = bench([Self.ok])
    _ = try await failure { try await bench.client.with { $0.headers["Host"] = "x" }.send(.text()) }
    #expect(log.attempts.isEmpty)
  }

  @Test func durationsAreRecordedSeparately() async throws {
    let tokens = SlowTokens(AccessToken("one"), time: clock.timeSource, delay: .seconds(3))
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    let bench = bench([slow(.seconds(2), 200), slow(.milliseconds(700), 200)], tokens: tokens) {
      $0.rateLimit = limit
    }
    // A request half a second before the first call's.
    try await clock.timeSource.sleep(for: .milliseconds(500))
    let start = clock.elapsed
    async let other: Void = {
      try await clock.timeSource.sleep(for: .milliseconds(2_500))
      try await takeSlot(limit)
    }()
    _ = try await bench.client.send(.text())
    try await other
    let attempt = try #require(log.attempts.first)
    #expect(attempt.tokenWait == .seconds(3))
    #expect(attempt.limitWait == .milliseconds(500))
    #expect(attempt.duration == .seconds(2))
    #expect(clock.elapsed - start == .milliseconds(5_500))
  }

  /// A token that expires in the queue costs a second wait for a token and a second slot.
  @Test func expiredTokenIsPartOfTheSameAttempt() async throws {
    let expiring = AccessToken("one", expiresAt: clock.date.addingTimeInterval(1.5))
    let tokens = SlowTokens(expiring, AccessToken("two"), time: clock.timeSource, delay: .seconds(1))
    let limit = RateLimit(perSecond: 1, margin: .seconds(1), time: clock.timeSource)
    try await takeSlot(limit)
    let bench = bench([Self.ok], tokens: tokens) { $0.rateLimit = limit }
    _ = try await bench.client.send(.text())
    let attempt = try #require(log.attempts.first)
    #expect(log.attempts.count == 1)
    // A second for each token, and in between one for the slot, which was returned.
    #expect(attempt.tokenWait == .seconds(2))
    #expect(attempt.limitWait == .seconds(1))
    #expect(clock.elapsed == .seconds(3))
  }

  @Test(arguments: 1...40)
  func exactlyOneAttemptIsTheLast(seed: Int) async throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var steps: [ScriptedTransport.Step] = []
    for _ in 0..<12 {
      steps.append(
        [
          .json(503, ""), .fail(Self.lost), Self.throttled, .json(401, ""), .json(400, ""), .json(200, #"{"cut"#),
          .fail(CancellationError()), Self.ok,
        ].randomElement(using: &generator) ?? Self.ok)
    }
    let tokens = TokenList(AccessToken("one"), AccessToken("two"), AccessToken("three"))
    let bench = bench(steps, tokens: tokens) { $0.deadline = .seconds(Int.random(in: 1...4, using: &generator)) }
    let rule: ReplayRule = [.idempotent, .onlyIfNotSent, .never].randomElement(using: &generator) ?? .idempotent
    let succeeded = (try? await bench.client.send(.text(.put, replay: rule))) != nil
    let attempts = log.attempts
    #expect(attempts.map(\.number) == Array(1...attempts.count))
    #expect(attempts.map { $0.pause == nil } == attempts.indices.map { $0 == attempts.count - 1 })
    #expect(attempts.map { $0.outcome == .succeeded } == attempts.indices.map { $0 == attempts.count - 1 && succeeded })
    #expect(await bench.requests.count == attempts.filter(\.wasSent).count)
  }

  @Test func everyObserverIsCalled() async throws {
    let other = AttemptLog()
    let bench = bench([Self.ok]) { $0.observers.append(other) }
    _ = try await bench.client.send(.text())
    #expect(log.attempts.count == 1 && other.attempts.count == 1)
  }

  private struct TaskLocalObserver: CallObserver {
    @TaskLocal static var name = "unset"
    let seen: Locked<[String]>
    func attemptEnded(_ attempt: CallAttempt) { seen.withLock { $0.append(Self.name) } }
  }

  @Test func observersSeeTheCallersTaskLocals() async throws {
    let seen = Locked<[String]>([])
    let bench = bench([.json(503, ""), Self.ok]) { $0.observers = [TaskLocalObserver(seen: seen)] }
    _ = try await TaskLocalObserver.$name.withValue("ann") { try await bench.client.send(.text()) }
    #expect(seen.withLock { $0 } == ["ann", "ann"])
  }

  private final class BodyLog: BodyObserver {
    let exchanges = Locked<[(request: TransportRequest, response: TransportResponse, number: Int)]>([])
    let ended = Locked(0)
    func attemptEnded(_ attempt: CallAttempt) { ended.withLock { $0 += 1 } }
    func attemptReceived(_ response: TransportResponse, to request: TransportRequest, of attempt: CallAttempt) {
      exchanges.withLock { $0.append((request, response, attempt.number)) }
    }
  }

  @Test func bodyObserversSeeBodiesButNoCredentials() async throws {
    let bodies = BodyLog()
    let bench = bench([.json(503, #"{"why":"down"}"#), .fail(Self.lost), Self.ok]) { $0.observers.append(bodies) }
    var operation = try APIOperation.text(.put)
    operation.body = try .json(["name": "Ann"])
    _ = try await bench.client.send(operation)
    let exchanges = bodies.exchanges.withLock { $0 }
    #expect(exchanges.map(\.number) == [1, 3] && bodies.ended.withLock { $0 } == 3)
    #expect(exchanges.map { String(decoding: $0.response.body, as: UTF8.self) } == [#"{"why":"down"}"#, #""ok""#])
    for exchange in exchanges {
      #expect(try exchange.request.body?.data() == Data(#"{"name":"Ann"}"#.utf8))
      #expect(exchange.request.headers["Authorization"] == nil)
    }
    #expect(await bench.requests.allSatisfy { $0.headers["Authorization"] != nil })
  }

  @Test func bodyObserversSeeNoPartnerKey() async throws {
    let bodies = BodyLog()
    var configuration = ConstantContactConfiguration(time: clock.timeSource)
    configuration.observers = [bodies]
    let partner = ConstantContactPartner(
      apiKey: "key", tokens: StaticTokenProvider(AccessToken("t")), transport: ScriptedTransport([.json(404, "why")]),
      configuration: configuration)
    _ = try? await partner.api.plan(of: "a")
    let exchange = try #require(bodies.exchanges.withLock { $0 }.first)
    #expect(exchange.request.headers["x-api-key"] == nil && exchange.response.body == Data("why".utf8))
  }
}
