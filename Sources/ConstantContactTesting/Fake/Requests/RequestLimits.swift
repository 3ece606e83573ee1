#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The limits of requests in any second and in any UTC day.
struct RequestLimits {
  let perSecond: Int
  let perDay: Int

  /// The times of accepted requests in the last second, oldest first from `oldest`.
  private var recent: [Duration] = []
  private var oldest = 0
  private var day = Int.min
  private var usedToday = 0

  init(perSecond: Int, perDay: Int) {
    self.perSecond = perSecond
    self.perDay = perDay
  }

  enum Verdict { case pass, throttled, quotaExceeded }

  /// Accepts or refuses a request. Refused ones count neither for the second nor for the day.
  mutating func admit(at time: Duration, date: Date) -> Verdict {
    startDay(of: date)
    // The window is half-open: a request exactly one second old no longer counts.
    while oldest < recent.count, time - recent[oldest] >= .seconds(1) { oldest += 1 }
    if oldest > 1_000, oldest * 2 > recent.count {
      recent.removeFirst(oldest)
      oldest = 0
    }
    if recent.count - oldest >= perSecond { return .throttled }
    if usedToday >= perDay { return .quotaExceeded }
    recent.append(time)
    usedToday += 1
    return .pass
  }

  /// Returns the number of requests accepted on the day of a date.
  mutating func used(on date: Date) -> Int {
    startDay(of: date)
    return usedToday
  }

  mutating func use(_ count: Int, on date: Date) {
    startDay(of: date)
    usedToday = count
  }

  private mutating func startDay(of date: Date) {
    let today = WireDate.epoch(Date(timeIntervalSince1970: date.timeIntervalSince1970 / 86_400))
    if today != day { (day, usedToday) = (today, 0) }
  }
}
