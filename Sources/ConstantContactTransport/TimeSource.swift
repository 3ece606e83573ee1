#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where waiting and dates come from, so that nothing in the library reads a clock of its own.
///
/// ``system`` is real time. Tests pass `ManualClock.timeSource` of `ConstantContactTesting`.
public struct TimeSource: Sendable {
  private let elapsedSinceStart: @Sendable () -> Duration
  private let wait: @Sendable (Duration) async throws -> Void
  private let date: @Sendable () -> Date
  private let work: (any WorkAwareClock)?

  /// Makes a source of time.
  ///
  /// - Parameters:
  ///   - clock: The clock that is waited on.
  ///   - now: What the date is; it decides when tokens expire and when a day's quota starts anew.
  public init(clock: some Clock<Duration>, now: @escaping @Sendable () -> Date) {
    let start = clock.now
    elapsedSinceStart = { start.duration(to: clock.now) }
    wait = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
    date = now
    work = clock as? any WorkAwareClock
  }

  /// Real time.
  public static let system = TimeSource(clock: ContinuousClock(), now: { Date() })

  /// The date.
  public var now: Date { date() }

  /// The time since this source was made. It never goes backwards.
  public var elapsed: Duration { elapsedSinceStart() }

  /// Waits. Nothing happens when the duration is zero or less.
  ///
  /// - Throws: `CancellationError`, promptly, when the task is cancelled.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    if duration > .zero { try await wait(duration) }
  }

  /// Waits for a deadline. A simulated clock that jumps ahead by itself does not jump for it: nothing waits for a deadline to pass.
  ///
  /// - Throws: `CancellationError`, promptly, when the task is cancelled.
  package func sleepAsDeadline(for duration: Duration) async throws {
    guard let work else { return try await sleep(for: duration) }
    try Task.checkCancellation()
    if duration > .zero { try await work.sleepAsDeadline(for: duration) }
  }

  /// Waits in the middle of work: the mark is lifted for as long as it takes.
  package func sleepDuringWork(for duration: Duration) async throws {
    guard duration > .zero else { return }
    endWork()
    defer { beginWork() }
    try await sleep(for: duration)
  }

  /// Says that something began which takes no time on a simulated clock.
  package func beginWork() { work?.beginWork() }

  /// Says that it is over.
  package func endWork() { work?.endWork() }
}

/// A simulated clock that jumps ahead by itself when everybody sleeps. It must not do so while a request that was let
/// through is on its way, or the server would see it at a time when it was not sent.
package protocol WorkAwareClock: Sendable {
  func beginWork()
  func endWork()
  /// Waits like any sleeper, but never makes the clock jump and is not counted among the sleepers.
  func sleepAsDeadline(for duration: Duration) async throws
}
