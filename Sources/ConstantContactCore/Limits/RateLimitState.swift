internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// What has been used of an API key's limits: the day's requests, and when the latest ones began.
///
/// It is a value that ``RateLimitStore``s keep. Encoded, it is a small JSON object.
public struct RateLimitState: Sendable, Hashable, Codable {
  /// The day that `used` counts, in days since 1970 (UTC).
  private(set) var day = 0
  /// The requests of that day.
  private(set) var used = 0
  /// Until when the service has said that nothing is left, in seconds since 1970.
  private var spentUntil: Double?
  /// When the latest requests began, in nanoseconds, oldest first; twice as many as a second takes at the most.
  private var recent: [Int64] = []

  /// Makes an account of which nothing has been used.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case day, used, recent
    case spentUntil = "spent_until"
  }

  struct Limits: Sendable {
    var perSecond: Int
    var perDay: Int
    /// What background work leaves to others.
    var reserve: Int
    var window: Duration
  }

  struct Reservation: Sendable, Hashable {
    let stamp: Int64
    let day: Int
  }

  enum Verdict: Sendable, Hashable {
    case granted(Reservation)
    case wait(Duration)
    /// The day's requests, or those that are there for background work, are used up.
    case spent(until: Date)

    var isGranted: Bool { if case .granted = self { true } else { false } }
  }

  /// Takes one request, if the limits let it begin now.
  ///
  /// - Parameters:
  ///   - instant: The time by the clock that all who share the account go by.
  ///   - date: What the date is.
  mutating func take(_ limits: Limits, _ priority: CallPriority, at instant: Duration, date: Date) -> Verdict {
    if let end = spent(limits, priority, at: date) { return .spent(until: end) }
    let now = Self.nanoseconds(instant)
    // A clock that was set back must not hold up everybody until it has caught up.
    if let last = recent.last, last - now > 1_000_000_000 { recent = [] }
    let delay = delay(ofSlot: 0, limits, at: instant)
    guard delay <= .zero else { return .wait(delay) }
    let stamp = max(now, recent.last ?? now)
    recent.append(stamp)
    if recent.count >= 2 * limits.perSecond + 16 { recent.removeFirst(recent.count - limits.perSecond) }
    used += 1
    return .granted(Reservation(stamp: stamp, day: day))
  }

  /// Takes back what was granted for a request that was not made.
  mutating func giveBack(_ grant: Reservation) {
    if let index = recent.lastIndex(of: grant.stamp) { recent.remove(at: index) }
    if grant.day == day { used = max(0, used - 1) }
  }

  /// Remembers that the service called the day's quota spent.
  ///
  /// In the first minutes of a day it is the day before that is spent: the service's clock is a little behind, or its answer was
  /// under way at midnight. Then a minute's wait is enough.
  package mutating func markSpent(at date: Date) -> Date {
    startDay(of: date)
    let isEarly = date.timeIntervalSince(Self.start(ofDay: day)) < 300
    let end = isEarly ? date.addingTimeInterval(60) : Self.start(ofDay: day + 1)
    spentUntil = end.timeIntervalSince1970
    return end
  }

  /// When there are requests for such a call again; `nil` when there are some now.
  mutating func spent(_ limits: Limits, _ priority: CallPriority, at date: Date) -> Date? {
    startDay(of: date)
    if let end = spentUntil {
      if date.timeIntervalSince1970 < end { return Date(timeIntervalSince1970: end) }
      spentUntil = nil
    }
    let available = limits.perDay - (priority == .background ? limits.reserve : 0)
    return used < available ? nil : Self.start(ofDay: day + 1)
  }

  /// The state of the day.
  mutating func today(_ limits: Limits, at date: Date) -> RateLimit.Day {
    startDay(of: date)
    if let end = spentUntil, end <= date.timeIntervalSince1970 { spentUntil = nil }
    let remaining = spentUntil == nil ? max(0, limits.perDay - used) : 0
    let resumesAt = spentUntil.map { Date(timeIntervalSince1970: $0) } ?? Self.start(ofDay: day + 1)
    return RateLimit.Day(used: used, remaining: remaining, resumesAt: resumesAt)
  }

  /// How long it takes until the slot that is `index` places from now comes up.
  func delay(ofSlot index: Int, _ limits: Limits, at instant: Duration) -> Duration {
    let place = index % limits.perSecond
    // The request that this one has to stay a window away from.
    let before = recent.count - limits.perSecond + place
    let first = before >= 0 ? max(.zero, .nanoseconds(recent[before]) + limits.window - instant) : .zero
    return first + limits.window * (index / limits.perSecond)
  }

  private mutating func startDay(of date: Date) {
    let current = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    guard current > day else { return }
    (day, used, spentUntil) = (current, 0, nil)
  }

  private static func start(ofDay day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86_400) }

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
