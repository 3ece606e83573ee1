public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A clock for tests that advances on demand, or by itself as soon as all tasks sleep.
///
/// In manual mode, the test advances time: ``advance(by:)``, ``advanceToNextSleeper()``, ``run()``. In automatic mode, time
/// advances to the earliest sleeper's deadline when nothing is under way, so that an hour of waiting takes no real time.
///
/// ```swift
/// let clock = ManualClock(automatic: true)
/// let fake = FakeConstantContact(.init(time: clock.timeSource))
/// ```
///
/// The clock assumes that nothing is under way when no task has used it while the scheduler ran other tasks several times.
/// While a request is being sent, the library marks it as work, and time does not advance by itself.
public final class ManualClock: Clock, Sendable {
  /// A point in time, measured from the clock's start.
  public struct Instant: InstantProtocol, Sendable {
    /// The time since the clock's start.
    public let offset: Duration

    /// Creates a point in time.
    public init(offset: Duration) { self.offset = offset }

    /// Returns a later point, or an earlier one when the duration is negative. Extreme values saturate.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset.saturatingAdd(duration)) }

    /// Returns the time from this point to another. Extreme values saturate.
    public func duration(to other: Instant) -> Duration {
      other.offset.saturatingAdd(.zero - offset.saturatingAdd(.zero))
    }

    /// Returns whether one point comes before another.
    public static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  /// The default start of a clock: Monday, 5 January 2026, 09:00 UTC.
  public static let defaultStart = Date(timeIntervalSince1970: 1_767_603_600)

  /// The date at the clock's start.
  public let start: Date
  /// Whether time advances by itself.
  public let isAutomatic: Bool

  let state = Locked(ManualClockState())

  /// Creates a clock.
  ///
  /// - Parameters:
  ///   - start: The date at the clock's start; ``defaultStart`` unless given.
  ///   - automatic: Whether time advances by itself when all tasks sleep.
  public init(start: Date = ManualClock.defaultStart, automatic: Bool = false) {
    self.start = start
    isAutomatic = automatic
  }

  /// The current point in time.
  public var now: Instant { Instant(offset: elapsed) }

  /// Zero: the clock distinguishes all points in time.
  public var minimumResolution: Duration { .zero }

  /// The time since the clock's start.
  public var elapsed: Duration { state.withLock { $0.now } }

  /// Whether any task sleeps on this clock, be it only for the deadline of other work.
  package var hasSleepersOrDeadlines: Bool { state.withLock { !$0.sleepers.isEmpty } }

  /// The current date: the start plus the elapsed time.
  public var date: Date { start.addingTimeInterval(elapsed / .seconds(1)) }

  /// The number of tasks that sleep on this clock.
  public var sleeperCount: Int { state.withLock { state in state.sleepers.count { !$0.isDeadline } } }

  /// The time source to pass to the library and to `FakeConstantContact`.
  public var timeSource: TimeSource { TimeSource(clock: self, now: { self.date }) }

  /// Sleeps until the clock reaches a point in time.
  ///
  /// - Throws: `CancellationError`, promptly, when the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    try await sleep(until: deadline, isDeadline: false)
  }

  private func sleep(until deadline: Instant, isDeadline: Bool) async throws {
    try Task.checkCancellation()
    let id = state.withLock { $0.makeID() }
    defer { state.withLock { $0.leave(id) } }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let registered = state.withLock { state in
          state.register(
            id, until: deadline.offset.saturatingAdd(.zero), isDeadline: isDeadline, continuation,
            automatic: isAutomatic)
        }
        switch registered {
        case .waiting: break
        case .waitingForDriver: startDriver()
        case .due: continuation.resume()
        case .cancelled: continuation.resume(throwing: CancellationError())
        }
      }
    } onCancel: {
      state.withLock { $0.cancel(id) }?.resume(throwing: CancellationError())
    }
  }
}

extension ManualClock: WorkAwareClock {
  package func beginWork() {
    state.withLock { $0.changeWork(by: 1) }
  }

  package func endWork() {
    let needsDriver = state.withLock { state in
      state.changeWork(by: -1)
      return isAutomatic && state.claimDriver()
    }
    if needsDriver { startDriver() }
  }

  package func sleepAsDeadline(for duration: Duration) async throws {
    try await sleep(until: now.advanced(by: duration), isDeadline: true)
  }
}
