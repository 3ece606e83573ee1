#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The clock and calendar of the library: all waits, deadlines and dates come from it.
///
/// ``system`` is real time. Tests pass `ManualClock.timeSource` from `ConstantContactTesting`.
public struct TimeSource: Sendable {
  private let elapsedSinceStart: @Sendable () -> Duration
  private let wait: @Sendable (Duration) async throws -> Void
  private var date: @Sendable () -> Date
  private let work: (any WorkAwareClock)?

  /// Creates a time source.
  ///
  /// - Parameters:
  ///   - clock: The clock to wait on.
  ///   - now: Returns the current date, which decides when tokens expire and when a day's quota renews.
  public init(clock: some Clock<Duration>, now: @escaping @Sendable () -> Date) {
    let start = clock.now
    elapsedSinceStart = { start.duration(to: clock.now) }
    wait = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
    date = now
    work = clock as? any WorkAwareClock
  }

  /// Real time.
  public static let system = TimeSource(clock: ContinuousClock(), now: { Date() })

  /// The current date.
  public var now: Date { date() }

  /// The time since this value was created. It never decreases.
  public var elapsed: Duration { elapsedSinceStart() }

  /// Returns a time source with the same clock, whose dates differ.
  package func shifted(by difference: Duration) -> TimeSource {
    if difference == .zero { return self }
    var shifted = self
    shifted.date = { [date] in date().addingTimeInterval(difference / .seconds(1)) }
    return shifted
  }

  /// Waits. Returns at once when the duration is zero or negative.
  ///
  /// - Parameter duration: The time to wait, up to 100 years; longer durations are cut to that.
  /// - Throws: `CancellationError`, promptly, when the task is cancelled.
  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    if duration > .zero { try await wait(duration.limitedToCentury) }
  }
}

extension TimeSource {
  /// Runs code during which a simulated clock does not advance by itself.
  package func withWork<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    beginWork()
    defer { endWork() }
    return try body()
  }

  /// Runs code during which a simulated clock does not advance by itself.
  package func withWork<Value, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    beginWork()
    defer { endWork() }
    return try await body()
  }

  /// Runs code within work that waits for time to pass: the simulated clock may advance meanwhile.
  package func withWorkPaused<Value, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    endWork()
    defer { beginWork() }
    return try await body()
  }

  /// Starts work that ends elsewhere, such as a request that was admitted in one place and is sent in another.
  ///
  /// - Returns: A token that ends the work when ``WorkToken/end()`` is called, at the latest when it is deallocated.
  package func startWork() -> WorkToken { WorkToken(work) }

  /// Waits within work: the simulated clock may advance meanwhile.
  package func sleepDuringWork(for duration: Duration) async throws {
    guard duration > .zero else { return }
    try await withWorkPaused { try await sleep(for: duration) }
  }

  /// Waits for a deadline. A simulated clock that advances by itself does not advance for it: nothing waits for a deadline to pass.
  ///
  /// - Throws: `CancellationError`, promptly, when the task is cancelled.
  package func sleepAsDeadline(for duration: Duration) async throws {
    guard let work else { return try await sleep(for: duration) }
    try Task.checkCancellation()
    if duration > .zero { try await work.sleepAsDeadline(for: duration.limitedToCentury) }
  }

  /// Begins work. Prefer ``withWork(_:)`` and ``startWork()``, which cannot be left unbalanced.
  package func beginWork() { work?.beginWork() }

  /// Ends work.
  package func endWork() { work?.endWork() }
}
