import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The 429 of an account with 1,000 queued bulk activities.
@Suite struct QueuedActivityTests {
  private static let full = ScriptedTransport.Step.json(429, #"[{"error_key":"x","error_message":"too many"}]"#)
  private static let throttled = ScriptedTransport.Step.json(429, #"{"error_key":"throttled","error_message":"x"}"#)
  private static let started = ScriptedTransport.Step.json(201, #"{"activity_id":"1","state":"initialized"}"#)

  @Test func fullQueueFailsAtOnceByDefault() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench([Self.full], clock: clock)
    let error = try await failure { try await bench.client.activities.exportContacts() }
    #expect(error.code == .tooManyActivities && error.effect == .none)
    #expect(clock.elapsed == .zero)
  }

  @Test func fullQueueIsRetriedWhenConfigured() async throws {
    let clock = ManualClock(automatic: true)
    let log = AttemptLog()
    // More refusals than the policy allows attempts, and over a longer time than it allows.
    let bench = Bench(Array(repeating: Self.full, count: 8) + [Self.started], clock: clock) { $0.observers = [log] }
    let patient = bench.client.with {
      $0.deadline = .seconds(3_600)
      $0.retry = RetryPolicy()
      $0.retry?.activityDelay = .seconds(30)
    }
    #expect(try await patient.activities.exportContacts().id == "1")
    #expect(clock.elapsed == .seconds(240))
    #expect(log.attempts.map(\.pause) == Array(repeating: .seconds(30), count: 8) + [nil])
  }

  @Test func deadlineEndsTheWait() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench(Array(repeating: Self.full, count: 9), clock: clock) {
      $0.retry.activityDelay = .seconds(30)
      $0.deadline = .seconds(100)
    }
    let error = try await failure { try await bench.client.activities.exportContacts() }
    #expect(error.code == .tooManyActivities && error.effect == .none)
    #expect(clock.elapsed == .seconds(90))
  }

  /// A failure after a long wait is retried as often as without the wait.
  @Test func waitIsNotCountedAsRetry() async throws {
    let clock = ManualClock(automatic: true)
    let steps = Array(repeating: Self.full, count: 6) + Array(repeating: Self.throttled, count: 4) + [Self.started]
    let bench = Bench(steps, clock: clock) {
      $0.retry.activityDelay = .seconds(60)
      $0.deadline = .seconds(3_600)
    }
    #expect(try await bench.client.activities.exportContacts().id == "1")
    try await bench.transport.verifyAllUsed()
  }

  @Test func waitIsNotCountedAsFailure() async throws {
    let throttle = RetryThrottle(capacity: 2, ratio: 0)
    let bench = Bench([Self.full, Self.full, Self.started]) {
      $0.retry.activityDelay = .seconds(30)
      $0.retryThrottle = throttle
    }
    _ = try await bench.client.activities.exportContacts()
    #expect(throttle.permitsRetries)
  }

  @Test func cancellationEndsTheWait() async throws {
    let clock = ManualClock()
    let bench = Bench([Self.full, Self.started], clock: clock) { $0.retry.activityDelay = .seconds(30) }
    let call = Task { try await bench.client.activities.exportContacts() }
    await clock.waitForSleepers()
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(clock.elapsed == .zero)
    #expect(await bench.requests.count == 1)
  }
}
