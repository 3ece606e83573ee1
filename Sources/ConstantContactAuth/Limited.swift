#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

// Conversions of decoded and caller-given numbers, none of which trap.

extension Date {
  /// The last second of the year 9999.
  private static let lastSecond: Double = 253_402_300_799

  /// Creates a date from seconds since 1970, limited to the years 1970 through 9999, or `nil` from NaN.
  init?(limitedSecondsSince1970 seconds: Double) {
    guard !seconds.isNaN else { return nil }
    self.init(timeIntervalSince1970: min(max(0, seconds), Self.lastSecond))
  }

  /// The date for descriptions. Foundation's own description traps on NaN and infinity.
  var limitedText: String { Date(limitedSecondsSince1970: timeIntervalSince1970).map { "\($0)" } ?? "invalid" }

  /// The whole seconds since 1970, limited to the years 1970 through 9999.
  var limitedSecondsSince1970: Int {
    Int(Date(limitedSecondsSince1970: timeIntervalSince1970)?.timeIntervalSince1970 ?? 0)
  }
}

extension Duration {
  /// Creates a duration from seconds, limited to 100 years in either direction; zero from NaN.
  init(limitedSeconds seconds: Double) {
    let century: Double = 3_155_760_000
    self = .seconds(seconds.isNaN ? 0 : min(max(-century, seconds), century))
  }
}

extension Int {
  /// The next higher number, or this one when it is the highest.
  var limitedSuccessor: Int { self == .max ? self : self + 1 }
}
