#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// So many requests in any second, so many in any UTC day.
struct RequestLimits {
  let perSecond: Int
  let perDay: Int

  /// When requests were let through, in the last second only.
  private var recent: [Duration] = []
  private var day = Int.min
  private var usedToday = 0

  init(perSecond: Int, perDay: Int) {
    self.perSecond = perSecond
    self.perDay = perDay
  }

  enum Verdict { case pass, throttled, quotaExceeded }

  /// Lets a request through, or says why not. What is refused counts neither for the second nor for the day.
  mutating func admit(at time: Duration, date: Date) -> Verdict {
    startDay(of: date)
    // A request one second old, to the tick, no longer counts: the window is half-open.
    recent.removeAll { time - $0 >= .seconds(1) }
    if recent.count >= perSecond { return .throttled }
    if usedToday >= perDay { return .quotaExceeded }
    recent.append(time)
    usedToday += 1
    return .pass
  }

  /// How many were let through on the day of a date.
  mutating func used(on date: Date) -> Int {
    startDay(of: date)
    return usedToday
  }

  mutating func use(_ count: Int, on date: Date) {
    startDay(of: date)
    usedToday = count
  }

  private mutating func startDay(of date: Date) {
    let today = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    if today != day { (day, usedToday) = (today, 0) }
  }
}
