import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

@Suite struct RetryTests {
  private let clock = ManualClock(automatic: true)

  /// A client whose transport records the time of each request, without a rate limit.
  private func bench(
    _ steps: [ScriptedTransport.Step],
    diary: Diary = Diary(),
    configure: (inout ConstantContactConfiguration) -> Void = { _ in }
  ) -> Bench {
    return Bench(steps, clock: clock, diary: diary) { configuration in
      configuration.rateLimit = RateLimit(perSecond: 1000, time: clock.timeSource)
      configure(&configuration)
    }
  }

  private static let lost = TransportError(.connectionLost, delivery: .uncertain, message: "lost")
  private static let late = TransportError(.timedOut, delivery: .uncertain, message: "late")
  private static let unsent = TransportError(.cannotConnect, delivery: .notSent, message: "unreachable")
  private static let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  @Test func pausesDouble() async throws {
    let diary = Diary()
    let bench = bench([.json(503, ""), .fail(Self.lost), .fail(Self.late), .json(500, ""), Self.ok], diary: diary)
    #expect(try await bench.client.send(.text()) == #""ok""#)
    // Bounds of 500, 1000, 2000, 4000 ms, of which `random` takes half.
    #expect(diary.times == [.zero, .milliseconds(250), .milliseconds(750), .milliseconds(1750), .milliseconds(3750)])
  }

  @Test func pausesAreBounded() async throws {
    let diary = Diary()
    let steps = Array(repeating: ScriptedTransport.Step.json(503, ""), count: 6) + [Self.ok]
    let bench = bench(steps, diary: diary) {
      $0.retry.maximumAttempts = 7
      $0.retry.maximumDelay = .seconds(2)
      $0.retry.random = { 1 }
    }
    _ = try await bench.client.send(.text())
    let pauses = zip(diary.times, diary.times.dropFirst()).map { $1 - $0 }
    #expect(pauses == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(2), .seconds(2), .seconds(2)])
  }

  @Test func attemptsAreBounded() async throws {
    let bench = bench(Array(repeating: .json(503, ""), count: 9))
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .server)
    #expect(await bench.requests.count == 5)
  }

  @Test func noAttemptBeginsAfterTheMaximumElapsedTime() async throws {
    for (limit, expected) in [(Duration.milliseconds(1750), 4), (.milliseconds(1749), 3), (.zero, 1)] {
      let bench = bench(Array(repeating: .json(503, ""), count: 9)) { $0.retry.maximumElapsed = limit }
      let error = try await failure { try await bench.client.send(.text()) }
      #expect(error.code == .server)
      #expect(await bench.requests.count == expected)
    }
  }

  @Test func waitBeforeTheFirstAttemptIsNotCounted() async throws {
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    _ = try await limit.acquire(operation: "other", patience: .zero)
    clock.endWork()
    let diary = Diary()
    let bench = bench([.json(503, ""), Self.ok], diary: diary) {
      $0.rateLimit = limit
      $0.retry.maximumElapsed = .milliseconds(500)
    }
    _ = try await bench.client.send(.text())
    #expect(diary.times == [.seconds(1), .seconds(2)])
  }

  @Test func deadlineBoundsAttemptsAndPauses() async throws {
    let late = ScriptedTransport.Step.handle { [clock] request in
      // The client counts a request under way as work, during which an automatic clock stands.
      clock.endWork()
      defer { clock.beginWork() }
      try await clock.timeSource.sleep(for: request.timeout)
      throw Self.late
    }
    let bench = bench([late, late, late]) {
      $0.attemptTimeout = .seconds(4)
      $0.deadline = .seconds(9)
    }
    let start = clock.elapsed
    let error = try await failure { try await bench.client.send(.text(.put)) }
    #expect(error.code == .timedOut)
    #expect(error.effect == .uncertain)
    // 4 s, a pause of 0.25 s, 4 s, a pause of 0.5 s, and what is left.
    #expect(await bench.requests.map(\.timeout) == [.seconds(4), .seconds(4), .milliseconds(250)])
    #expect(clock.elapsed - start == .seconds(9))
  }

  @Test(arguments: [
    ScriptedTransport.Step.fail(lost), .fail(late), .json(503, ""), .json(500, "x"),
    .fail(TransportError(.badResponse, delivery: .delivered, message: "odd")), .fail(CocoaError(.fileNoSuchFile)),
  ])
  func postIsNotRetriedWhenItMayHaveActed(step: ScriptedTransport.Step) async throws {
    for rule in [ReplayRule.onlyIfNotSent, .never] {
      let bench = bench([step, Self.ok])
      let error = try await failure { try await bench.client.send(.text(.post, replay: rule)) }
      #expect(error.effect != .none)
      #expect(await bench.requests.count == 1)
    }
    let bench = bench([step, Self.ok])
    #expect(try await bench.client.send(.text(.put, replay: .idempotent)) == #""ok""#)
  }

  @Test(arguments: [ScriptedTransport.Step.fail(unsent), throttled])
  func postIsRetriedWhenItHasNotActed(step: ScriptedTransport.Step) async throws {
    let again = bench([step, step, Self.ok])
    #expect(try await again.client.send(.text(.post, replay: .onlyIfNotSent)) == #""ok""#)
    #expect(await again.requests.count == 3)

    let never = bench([step, Self.ok])
    let error = try await failure { try await never.client.send(.text(.post, replay: .never)) }
    #expect(error.effect == .none)
    #expect(await never.requests.count == 1)
  }

  @Test(arguments: [
    TransportError(.tlsFailed, delivery: .notSent, message: "x"),
    TransportError(.invalidRequest, delivery: .notSent, message: "x"),
    TransportError(.insecure, delivery: .notSent, message: "x"),
  ])
  func permanentFailuresAreNotRetried(cause: TransportError) async throws {
    let bench = bench([.fail(cause), Self.ok])
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.effect == .none)
    #expect(error.cause is TransportError)
    #expect(await bench.requests.count == 1)
  }

  @Test(arguments: [302, 400, 403, 404, 405, 409, 415, 422])
  func refusalsAreNotRetried(status: Int) async throws {
    let bench = bench([.json(TransportStatus(rawValue: status), ""), Self.ok])
    _ = try await failure { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 1)
  }

  @Test func throttledWaitsAtLeastASecond() async throws {
    let diary = Diary()
    let bench = bench([Self.throttled, Self.throttled, Self.ok], diary: diary) { $0.retry.random = { 0 } }
    _ = try await bench.client.send(.text())
    #expect(diary.times == [.zero, .seconds(1), .seconds(2)])

    let jittered = Diary()
    let start = clock.elapsed
    let other = self.bench([Self.throttled, Self.ok], diary: jittered)
    _ = try await other.client.send(.text())
    #expect(jittered.times.map { $0 - start } == [.zero, .milliseconds(1250)])
  }

  @Test func truncatedBodyIsRetriedOnlyWhenIdempotent() async throws {
    let half = ScriptedTransport.Step.json(200, #"  {"contacts":[{"contact_id":"1""# + "\n")
    let array = ScriptedTransport.Step.json(200, #"[{"a":1},"#)
    let whole = ScriptedTransport.Step.json(200, #"{"contacts":[]}"# + "\r\n ")
    let bench = bench([half, array, whole])
    #expect(try await bench.client.send(.text()).hasPrefix(#"{"contacts":[]}"#))
    #expect(await bench.requests.count == 3)

    let post = self.bench([array, whole])
    let error = try await failure { try await post.client.send(.text(.post, replay: .onlyIfNotSent)) }
    #expect(error.code == .connection)
    #expect(error.effect == .done)
    #expect(await post.requests.count == 1)
  }

  @Test func extremePoliciesDoNotTrap() async throws {
    let extremes: [Duration] = [.seconds(Int64.max), .seconds(Int64.min), .zero, .nanoseconds(-1)]
    for extreme in extremes {
      for number in [Double.infinity, -.infinity, .nan, 1e300, -1] {
        for attempts in [Int.max, Int.min, 2] {
          let step = ScriptedTransport.Step.json(
            503, "", headers: ["Retry-After": "999999999999999999999999"])
          let bench = bench([step, Self.throttled, Self.ok]) {
            $0.retry.maximumAttempts = attempts
            $0.retry.baseDelay = extreme
            $0.retry.maximumDelay = extreme
            $0.retry.maximumElapsed = extreme
            $0.retry.throttleDelay = extreme
            $0.retry.maximumRetryAfter = extreme
            $0.retry.activityDelay = extreme
            $0.retry.random = { number }
            $0.deadline = .seconds(Int64.max)
            $0.attemptTimeout = .seconds(Int64.max)
          }
          _ = try? await bench.client.send(.text())
          #expect(await bench.requests.count >= 1)
        }
      }
    }
    let policy = RetryPolicy()
    for attempt in [Int.min, -1, 0, 1, .max] { #expect(policy.delay(after: attempt, throttled: true) >= .seconds(1)) }
  }

  @Test(arguments: [Duration.seconds(Int64.max), .seconds(366 * 86_400), .milliseconds(1)])
  func longDeadlinesDoNotTrap(deadline: Duration) async throws {
    let bench = bench([Self.ok, Self.ok]) { $0.deadline = deadline }
    _ = try await bench.client.send(.text())
    _ = try await bench.client.with { $0.deadline = .seconds(Int64.max) }.send(.text())
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min)])
  func deadlineThatHasPassedSendsNothing(deadline: Duration) async throws {
    let bench = bench([Self.ok]) { $0.deadline = deadline }
    let error = try await failure { try await bench.client.send(.text(.post)) }
    #expect(error.code == .timedOut && error.effect == .none)
    #expect(await bench.requests.isEmpty)
  }

  @Test func cancellationEndsAPauseAtOnce() async throws {
    let clock = ManualClock()
    let bench = Bench([.json(503, ""), Self.ok], clock: clock)
    let call = Task { try await bench.client.send(.text()) }
    await clock.waitForSleepers()
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(clock.elapsed == .zero)
    #expect(await bench.requests.count == 1)
  }

  @Test func cancelledTransportIsNotRetried() async throws {
    let bench = bench([.fail(CancellationError()), Self.ok])
    await #expect(throws: CancellationError.self) { try await bench.client.send(.text()) }
    #expect(await bench.requests.count == 1)
  }
}
