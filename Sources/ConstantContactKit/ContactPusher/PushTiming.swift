/// How long requests take at the limits of an API key.
struct PushTiming {
  let perSecond: Int
  let perDay: Int
  /// The requests left today.
  let remaining: Int
  /// The seconds until the next day's requests are available.
  let untilNextDay: Double

  private static let day = 86_400

  /// The time that requests take, at most 100 years.
  func duration(of requests: Int) -> Duration {
    guard requests > remaining else { return seconds(requests) }
    guard perDay > 0 else { return .seconds(36_500 * Self.day) }
    let rest = requests - max(0, remaining)
    let days = min((rest - 1) / perDay, 36_500)
    let wait = untilNextDay.isNaN ? 0 : min(max(untilNextDay, 0), Double(Self.day))
    return .seconds(wait) + .seconds(days * Self.day) + seconds((rest - 1) % perDay + 1)
  }

  /// The share that requests have of those left today; infinite when none is left.
  func share(of requests: Int) -> Double {
    if requests == 0 { return 0 }
    return remaining > 0 ? Double(requests) / Double(remaining) : .infinity
  }

  private func seconds(_ requests: Int) -> Duration { .seconds(max(0, requests - 1) / max(1, perSecond)) }
}
