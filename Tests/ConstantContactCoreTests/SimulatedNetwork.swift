import ConstantContactKit
import ConstantContactTesting
import Foundation
import Testing

/// A server with 4 requests in any second, behind a network whose delays vary. Everything happens in one task, in the order of time.
struct SimulatedNetwork: Sendable, CustomTestStringConvertible {
  /// The greatest random delay of a request, and of a response.
  var jitter: Duration
  var returnJitter: Duration = .zero
  /// How long the server takes, at least, and by how much this varies.
  var latency: Duration = .milliseconds(2)
  var latencySpread: Duration = .zero
  /// The additional delay of the first four requests, which open connections.
  var connecting: Duration = .zero
  /// How often in a second requests and responses are held up for 20 to 100 ms, as on a busy machine.
  var stalls = 0.0
  /// Whether responses are passed to the limit.
  var isLearning = true
  /// The part of 4 requests per second that has to be served.
  var minimumRate = 0.95

  var testDescription: String {
    "jitter \(jitter) out, \(returnJitter) back, latency \(latency) + \(latencySpread), connecting \(connecting), stalls \(stalls)"
  }

  struct Outcome {
    var sent = 0
    var refused = 0
    /// The served requests, as a part of 4 per second.
    var rate = 0.0
  }

  private enum Event {
    case arrival(RateLimitSlot)
    case response(RateLimitSlot, isThrottled: Bool)
  }

  /// A clock that a test sets, and on which nothing sleeps.
  private final class SettableClock: Clock {
    private let time = Locked(Duration.zero)
    var now: ManualClock.Instant { ManualClock.Instant(offset: time.withLock { $0 }) }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {}
    func set(_ time: Duration) { self.time.withLock { $0 = time } }
  }

  /// Sends requests as fast as the limit permits.
  func run(seed: UInt64, seconds: Int) async throws -> Outcome {
    var random = SplitMix64(seed: seed)
    let clock = SettableClock()
    let limit = RateLimit(time: TimeSource(clock: clock, now: { ManualClock.defaultStart }))
    let stallTimes = stallTimes(seconds: seconds, &random)
    func delay(_ maximum: Duration) -> Duration { maximum * Double.random(in: 0...1, using: &random) }
    func afterStall(_ time: Duration) -> Duration { stallTimes.first { $0.contains(time) }?.upperBound ?? time }

    var outcome = Outcome()
    var events: [(time: Duration, event: Event)] = []
    func schedule(_ event: Event, at time: Duration) {
      events.insert((time, event), at: events.firstIndex { $0.time > time } ?? events.endIndex)
    }
    var served: [Duration] = []
    var grants: [Duration] = []
    var now: Duration = .zero
    while now < .seconds(seconds) {
      if let slot = try? await limit.acquire(operation: "x", patience: .zero) {
        outcome.sent += 1
        grants = grants.suffix(3) + [now]
        let way = .milliseconds(10) + delay(jitter) + (outcome.sent <= 4 ? connecting : .zero)
        schedule(.arrival(slot), at: afterStall(now + way))
        continue
      }
      // No slot is available within a second of the fourth request before; then the limit is tried every millisecond.
      let idle = grants.count == 4 ? max(now + .milliseconds(1), grants[0] + .seconds(1)) : now + .milliseconds(1)
      now = afterStall(idle)
      while let first = events.first, first.time <= now {
        events.removeFirst()
        clock.set(first.time)
        switch first.event {
        case .arrival(let slot):
          served.removeAll { first.time - $0 >= .seconds(1) }
          let isThrottled = served.count >= 4
          if isThrottled { outcome.refused += 1 } else { served.append(first.time) }
          let processing = isThrottled ? .milliseconds(1) : latency + delay(latencySpread)
          let way = processing + .milliseconds(10) + delay(returnJitter)
          schedule(.response(slot, isThrottled: isThrottled), at: afterStall(first.time + way))
        case .response(let slot, let isThrottled):
          if isLearning { await limit.noteResponse(to: slot, isThrottled: isThrottled) }
        }
      }
      clock.set(now)
    }
    outcome.rate = Double(outcome.sent - outcome.refused) / Double(seconds) / 4
    return outcome
  }

  private func stallTimes(seconds: Int, _ random: inout SplitMix64) -> [Range<Duration>] {
    (0..<Int(stalls * Double(seconds))).map { _ in
      let start = Duration.milliseconds(Int.random(in: 0..<seconds * 1000, using: &random))
      return start..<start + .milliseconds(Int.random(in: 20...100, using: &random))
    }
  }
}
