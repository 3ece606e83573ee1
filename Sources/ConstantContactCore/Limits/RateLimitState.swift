internal import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// How much of an API key's limits is used: the day's requests, and when the latest requests were sent.
///
/// A ``RateLimitStore`` keeps this value. Encoded, it is a small JSON object. Decoding accepts any numbers: those that are out of range
/// are clamped, and those that only a wrong clock can have left are discarded when the state is used.
public struct RateLimitState: Sendable, Hashable, Codable {
  /// The day that `used` counts, in days since 1970 (UTC).
  private var day = 0
  /// The requests of that day.
  private var used = 0
  /// Until when the API refuses requests because the day's are used up, in seconds since 1970.
  private var spentUntil: Double?
  /// When the latest requests were sent, in microseconds, in ascending order; at most twice the number per second, and some.
  private var recent: [Int64] = []

  /// Creates a state in which nothing is used.
  public init() {}

  private enum CodingKeys: String, CodingKey {
    case day, used, recent
    case spentUntil = "spent_until"
  }

  /// Decodes a state.
  ///
  /// - Throws: `DecodingError` when a member is missing or is not of its type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    day = min(max(try container.decode(Int.self, forKey: .day), -Self.maximumDay), Self.maximumDay)
    used = min(max(try container.decode(Int.self, forKey: .used), 0), Self.maximumUsed)
    let end = try container.decodeIfPresent(Double.self, forKey: .spentUntil)
    spentUntil = end.map { min(max($0, -Self.maximumEnd), Self.maximumEnd) }
    let times = try container.decode([Int64].self, forKey: .recent)
    recent = times.map { min(max($0, -Self.maximumTime), Self.maximumTime) }.sorted()
    recent.removeFirst(max(0, recent.count - Self.maximumRecent))
  }

  private static let maximumDay = 1_200_000
  private static let maximumUsed = 1_000_000_000
  private static let maximumEnd: Double = 200_000_000_000
  private static let maximumTime: Int64 = 200_000_000_000_000_000
  private static let maximumRecent = 2 * Limits.maximumPerSecond + 16
  /// How much the clocks of processes that share a state may differ around midnight, in seconds.
  private static let clockTolerance: Double = 300

  package struct Reservation: Sendable, Hashable {
    fileprivate let time: Int64
    fileprivate let day: Int
  }

  package enum Verdict: Sendable, Hashable {
    case granted(Reservation)
    case wait(Duration)
    /// The day's requests, or those available to background calls, are used up.
    case spent(until: Date)
  }

  /// Takes one request, if the limits permit it now.
  ///
  /// - Parameters:
  ///   - instant: The time by the clock of all that share the state.
  ///   - date: The date.
  package mutating func take(_ limits: Limits, _ priority: CallPriority, at instant: Duration, date: Date) -> Verdict {
    if let end = spent(limits, priority, at: date) { return .spent(until: end) }
    let delay = delay(ofSlot: 0, limits, at: instant)
    guard delay <= .zero else { return .wait(delay) }
    let now = instant.clampedMicroseconds
    recent.append(now)
    if recent.count >= 2 * limits.perSecond + 16 { recent.removeFirst(recent.count - limits.perSecond) }
    used = min(used + 1, Self.maximumUsed)
    return .granted(Reservation(time: now, day: day))
  }

  /// Takes back the reservation of a request that was not sent.
  package mutating func giveBack(_ reservation: Reservation) {
    if let index = recent.lastIndex(of: reservation.time) { recent.remove(at: index) }
    if reservation.day == day { used = max(0, used - 1) }
  }

  /// Counts a request as sent later than it was, because it was delayed on its way.
  package mutating func postpone(_ reservation: Reservation, by delay: Duration) {
    guard let index = recent.lastIndex(of: reservation.time) else { return }
    recent.remove(at: index)
    let time = reservation.time + max(0, delay.clampedMicroseconds)
    recent.insert(time, at: recent.firstIndex { $0 > time } ?? recent.endIndex)
  }

  /// Records that the API refused a request with `quota_exceeded`.
  ///
  /// In the first minutes of a day, it is the quota of the day before: the server's clock is a little behind, or its response was
  /// under way at midnight. Then the next request may be sent after a minute.
  ///
  /// - Returns: When the next request may be sent.
  package mutating func markSpent(at date: Date) -> Date {
    startDay(of: date)
    let sinceMidnight = date.clampedSeconds - Self.start(ofDay: day)
    let end = sinceMidnight < 300 ? date.clampedSeconds + 60 : Self.start(ofDay: day + 1)
    spentUntil = end
    return Date(timeIntervalSince1970: end)
  }

  /// Returns when requests of a priority are available again; `nil` when there are some now.
  mutating func spent(_ limits: Limits, _ priority: CallPriority, at date: Date) -> Date? {
    startDay(of: date)
    if let spentUntil { return Date(timeIntervalSince1970: spentUntil) }
    let available = limits.perDay - (priority == .background ? limits.reserve : 0)
    return used < available ? nil : Date(timeIntervalSince1970: Self.start(ofDay: day + 1))
  }

  /// Returns the state of the day's quota.
  package mutating func dailyQuota(_ limits: Limits, at date: Date) -> RateLimit.DailyQuota {
    startDay(of: date)
    let remaining = spentUntil == nil ? max(0, limits.perDay - used) : 0
    let resumesAt = Date(timeIntervalSince1970: spentUntil ?? Self.start(ofDay: day + 1))
    return RateLimit.DailyQuota(used: used, remaining: remaining, resumesAt: resumesAt)
  }

  /// Returns how long it takes until the slot at a position in the queue is available.
  package mutating func delay(ofSlot index: Int, _ limits: Limits, at instant: Duration) -> Duration {
    let instant = instant.clamped
    adoptClock(instant.clampedMicroseconds, limits)
    let (windows, place) = index.quotientAndRemainder(dividingBy: limits.perSecond)
    // The request that this one has to follow by a window.
    let before = recent.count - limits.perSecond + place
    let first = before >= 0 ? max(.zero, .microseconds(recent[before]) + limits.window - instant) : .zero
    return first + limits.window * min(windows, 1_000_000)
  }

  /// Corrects times ahead of the clock, which are from before it was set back: requests would wait until it has caught up with them.
  /// Those further ahead than a window are discarded, the others count as the present.
  private mutating func adoptClock(_ now: Int64, _ limits: Limits) {
    guard let last = recent.last, last > now else { return }
    let limit = now + limits.window.clampedMicroseconds
    recent = recent.filter { $0 <= limit }.map { min($0, now) }
  }

  /// Starts a new day if it is due, and discards a day and an end of the quota that only a wrong clock can have left.
  private mutating func startDay(of date: Date) {
    let now = date.clampedSeconds
    let current = Int((now / 86_400).rounded(.down))
    if current > day || Self.start(ofDay: day) > now + Self.clockTolerance {
      (day, used, spentUntil) = (current, 0, nil)
    }
    if let end = spentUntil, end <= now || end > Self.start(ofDay: current + 1) + 2 * Self.clockTolerance {
      spentUntil = nil
    }
  }

  /// Seconds between 1970 and the start of a day.
  private static func start(ofDay day: Int) -> Double { Double(day) * 86_400 }
}
