import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// The clocks start on Monday, 5 January 2026, 09:00 UTC.
@Suite struct RetryAfterTests {
  private static let ok = ScriptedTransport.Step.json(200, #""ok""#)

  private func refusal(_ value: String, _ status: TransportStatus = 503) -> ScriptedTransport.Step {
    .json(status, #"{"error_key":"throttled","error_message":"x"}"#, headers: ["Retry-After": value])
  }

  private func pause(after value: String, _ status: TransportStatus = 503) async throws -> Duration {
    let clock = ManualClock(automatic: true)
    let bench = Bench([refusal(value, status), Self.ok], clock: clock)
    _ = try await bench.client.send(.text())
    return clock.elapsed
  }

  @Test(arguments: [
    "7", " 7", "Mon, 05 Jan 2026 09:00:07 GMT",
  ])
  func retryAfterIsRespected(value: String) async throws {
    #expect(try await pause(after: value) == .seconds(7))
    #expect(try await pause(after: value, 429) == .seconds(7))
  }

  /// Otherwise the pause is the policy's own: a quarter of a second here.
  @Test(arguments: [
    "0", "-7", "soon", "", "7.5", "Mon, 05 Jan 2026 08:00:00 GMT", "Mon, 05 Jan 2026 09:00:07 CET",
    "Monday, 05-Jan-26 09:00:07 GMT", "Mon Jan  5 09:00:07 2026", "Mon, 99 Jan 2026 09:00:07 GMT",
  ])
  func malformedRetryAfterIsIgnored(value: String) async throws {
    #expect(try await pause(after: value) == .milliseconds(250))
  }

  @Test(arguments: [
    "61", "3600", "99999999999", "999999999999999999999", "99999999999999999999999999999999999999999999",
    "Mon, 05 Jan 2026 10:00:00 GMT", "Sat, 01 Jan 9999 00:00:00 GMT",
  ])
  func retryAfterIsCapped(value: String) async throws {
    #expect(try await pause(after: value) == .seconds(60))
  }

  @Test func capIsThePolicys() async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench([refusal("100"), Self.ok], clock: clock) { $0.retry.maximumRetryAfter = .seconds(90) }
    _ = try await bench.client.send(.text())
    #expect(clock.elapsed == .seconds(90))
  }

  @Test(arguments: [Duration.seconds(30), .seconds(20)])
  func errorHasTheDateBeyondTheDeadline(deadline: Duration) async throws {
    let clock = ManualClock(automatic: true)
    let bench = Bench([refusal("30"), Self.ok], clock: clock) { $0.deadline = deadline }
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .server)
    #expect(error.resumesAt == clock.start.addingTimeInterval(30))
    #expect(error.message.contains("2026-01-05T09:00:30"))
    #expect(clock.elapsed == .zero)
  }

  @Test func errorHasTheDateWithoutRetries() async throws {
    let bench = Bench([refusal("30"), Self.ok])
    let error = try await failure { try await bench.client.send(.text(.post, replay: .onlyIfNotSent)) }
    #expect(error.effect == .uncertain)
    #expect(error.resumesAt == bench.clock.start.addingTimeInterval(30))
    #expect(await bench.requests.count == 1)
  }

  @Test func quotaDateTakesPrecedence() async throws {
    let step = ScriptedTransport.Step.json(
      429, #"{"error_key":"quota_exceeded","error_message":"x"}"#, headers: ["Retry-After": "30"])
    let bench = Bench([step])
    let error = try await failure { try await bench.client.send(.text()) }
    #expect(error.code == .quotaExceeded)
    #expect(error.resumesAt == bench.clock.start.addingTimeInterval(15 * 3_600))
  }
}
