#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Bounds within which sums and differences of times cannot overflow: 1e11 seconds, some 3,000 years.
private let bound: Int64 = 100_000_000_000

extension Duration {
  /// The duration, or the nearest bound.
  var clamped: Duration { min(max(self, .seconds(-bound)), .seconds(bound)) }

  /// Whole microseconds, rounded down, within the bounds.
  var clampedMicroseconds: Int64 {
    let (seconds, attoseconds) = clamped.components
    let (microseconds, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000)
    return seconds * 1_000_000 + microseconds - (rest < 0 ? 1 : 0)
  }
}

extension Date {
  /// The seconds since 1970, or the nearest bound; 0 for a date that is not a number.
  var clampedSeconds: Double {
    let seconds = timeIntervalSince1970
    return seconds.isNaN ? 0 : min(max(seconds, -Double(bound)), Double(bound))
  }

  /// The time since 1970, within the bounds.
  var clampedDuration: Duration { .seconds(clampedSeconds) }
}
