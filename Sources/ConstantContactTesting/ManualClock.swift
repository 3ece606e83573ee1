public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A clock that stands still until it is told to move, or that moves by itself as soon as everybody waits.
///
/// In the manual mode a test says when time passes: ``advance(by:)``, ``advanceToNextSleeper()``, ``run()``.
/// In the automatic mode time jumps to the earliest sleeper when nothing is under way, so that an hour of waiting costs
/// no time at all and needs no help from the test.
///
/// ```swift
/// let clock = ManualClock(automatic: true)
/// let fake = FakeConstantContact(.init(time: clock.timeSource))
/// ```
///
/// Whether nothing is under way is guessed from the tasks' silence over a few turns of the scheduler. What must not be
/// guessed is marked: while a request that was let through is on its way, time stands.
public final class ManualClock: Clock, Sendable {
  /// A point in time, counted from the clock's start.
  public struct Instant: InstantProtocol, Sendable {
    /// The time since the clock's start.
    public let offset: Duration

    /// Makes a point in time.
    public init(offset: Duration) { self.offset = offset }

    /// A later point, or an earlier one when the duration is negative.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

    /// The time from this point to another.
    public func duration(to other: Instant) -> Duration { other.offset - offset }

    /// Whether one point comes before another.
    public static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  /// Monday, 5 January 2026, 09:00 UTC: where clocks start unless told otherwise.
  public static let defaultStart = Date(timeIntervalSince1970: 1_767_603_600)

  /// The date at the clock's start.
  public let start: Date
  /// Whether time jumps by itself.
  public let isAutomatic: Bool

  let state = Locked(ManualClockState())

  /// Makes a clock.
  ///
  /// - Parameters:
  ///   - start: The date at which it stands; ``defaultStart`` unless given.
  ///   - automatic: Whether time jumps by itself when everybody sleeps.
  public init(start: Date = ManualClock.defaultStart, automatic: Bool = false) {
    self.start = start
    isAutomatic = automatic
  }

  /// The present point in time.
  public var now: Instant { Instant(offset: elapsed) }

  /// Points are told apart however close they are.
  public var minimumResolution: Duration { .zero }

  /// The time since the clock's start.
  public var elapsed: Duration { state.withLock { $0.now } }

  /// The date: the start and what has passed since.
  public var date: Date { start.addingTimeInterval(elapsed / .seconds(1)) }

  /// How many tasks wait on this clock.
  public var sleeperCount: Int { state.withLock { state in state.sleepers.count { !$0.isDeadline } } }

  /// What the library and the fake take their time from.
  public var timeSource: TimeSource { TimeSource(clock: self, now: { self.date }) }

  /// Waits until the clock has come to a point in time.
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
            id, until: deadline.offset, isDeadline: isDeadline, continuation, automatic: isAutomatic)
        }
        switch registered {
        case .waiting: break
        case .waitingForDriver: startDriver()
        case .over: continuation.resume()
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
