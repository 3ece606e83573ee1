import ConstantContactTransport
import Foundation

/// A clock on which sleeps return at once, and which advances by sleeps and by ``advance(by:)`` only.
final class LeapClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private let state = Locked<(now: Duration, sleeps: [Duration])>((.zero, []))
  static let start = Date(timeIntervalSince1970: 1_800_000_000)

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { .nanoseconds(1) }
  var sleeps: [Duration] { state.withLock { $0.sleeps } }
  var date: Date { Self.start.addingTimeInterval(now.offset / .seconds(1)) }
  var timeSource: TimeSource { TimeSource(clock: self) { self.date } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.sleeps.append(deadline.offset - state.now)
      state.now = max(state.now, deadline.offset)
    }
    await Task.yield()
  }

  func advance(by duration: Duration) { state.withLock { $0.now += duration } }
}
