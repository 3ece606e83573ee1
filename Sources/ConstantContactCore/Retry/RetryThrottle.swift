internal import ConstantContactTransport

/// Stops retries when most requests fail, so that a service in trouble is not asked several times for everything.
///
/// A failed attempt (an error of the service's, or no answer) costs one point; any other answer earns ``ratio``, except
/// that a 429 counts for nothing. At half of ``capacity`` or less, failures are not tried again. First attempts always go
/// out: their successes open the way again.
///
/// Clients that share a configuration share one.
public final class RetryThrottle: Sendable {
  /// The points to begin with, and the most there can be.
  public let capacity: Double
  /// What a success earns.
  public let ratio: Double

  private let points: Locked<Double>

  /// Makes a throttle.
  ///
  /// - Parameters:
  ///   - capacity: 100 by default: retries stop after some 50 failures without a success.
  ///   - ratio: 0.5 by default: retries go on as long as fewer than a third of the attempts fail.
  public init(capacity: Double = 100, ratio: Double = 0.5) {
    self.capacity = max(1, capacity)
    self.ratio = max(0, ratio)
    points = Locked(max(1, capacity))
  }

  /// Whether failures may be tried again now.
  public var permitsRetries: Bool { points.withLock { $0 } > capacity / 2 }

  func noteSuccess() {
    points.withLock { $0 = min(capacity, $0 + ratio) }
  }

  func noteFailure() {
    points.withLock { $0 = max(0, $0 - 1) }
  }
}
