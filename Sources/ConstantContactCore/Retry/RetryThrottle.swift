internal import ConstantContactTransport

/// Stops retries while most requests fail, so that a failing API does not receive every request several times.
///
/// A failed attempt (a server error, or no response) costs one point; any other response earns ``ratio``, except that a 429 counts for
/// nothing. At half of ``capacity`` or less, failures are not retried. First attempts are always sent: their successes permit retries
/// again.
///
/// Clients that share a configuration share one throttle.
public final class RetryThrottle: Sendable {
  /// The number of points at the start, and the largest number.
  public let capacity: Double
  /// The points that a success earns.
  public let ratio: Double

  private let points: Locked<Double>

  /// Creates a throttle.
  ///
  /// - Parameters:
  ///   - capacity: 100 by default: retries stop after some 50 failures without a success. At least 1.
  ///   - ratio: 0.5 by default: retries go on as long as fewer than a third of the attempts fail. At least 0.
  public init(capacity: Double = 100, ratio: Double = 0.5) {
    self.capacity = capacity.isFinite ? max(1, capacity) : 100
    self.ratio = ratio.isFinite ? max(0, ratio) : 0.5
    points = Locked(self.capacity)
  }

  /// Whether failures may be retried now.
  public var permitsRetries: Bool { points.withLock { $0 } > capacity / 2 }

  func noteSuccess() {
    points.withLock { $0 = min(capacity, $0 + ratio) }
  }

  func noteFailure() {
    points.withLock { $0 = max(0, $0 - 1) }
  }
}
