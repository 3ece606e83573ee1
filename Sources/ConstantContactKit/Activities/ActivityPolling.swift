/// How often the state of a bulk activity is requested, and for how long.
///
/// Each request counts toward the daily quota. The defaults request the state after 5 seconds, then at intervals that grow by half up to a
/// minute: an activity of ten minutes takes 15 requests.
public struct ActivityPolling: Sendable, Hashable {
  /// The first interval; 5 seconds. At least 1 second.
  public var firstInterval: Duration = .seconds(5)
  /// The factor by which intervals grow, 1 to 10; 1.5.
  public var growth: Double = 1.5
  /// The longest interval; 60 seconds. At least 1 second.
  public var longestInterval: Duration = .seconds(60)
  /// The time after which waiting ends with an error; 6 hours. The activity goes on.
  public var deadline: Duration = .seconds(6 * 3_600)
  /// The number of the day's requests below which ``scarceInterval`` applies; 500.
  public var scarceRequests = 500
  /// The least interval when few of the day's requests are left; 5 minutes.
  ///
  /// When none is left, waiting continues as soon as the next day's requests are available.
  public var scarceInterval: Duration = .seconds(300)
  /// The number of failed requests in a row that are tolerated, after the retries of each; 5. Of these, only one may be a 404.
  public var toleratedFailures = 5

  /// Creates the default values.
  public init() {}

  /// Returns the interval after a number of requests.
  package func interval(after requests: Int) -> Duration {
    let longest = Self.bounded(longestInterval)
    let factor = growth.isFinite ? min(max(growth, 1), 10) : 1.5
    var interval = min(Self.bounded(firstInterval), longest)
    for _ in 0..<min(max(requests, 0), 1_000) where interval < longest { interval = min(interval * factor, longest) }
    return interval
  }

  /// Returns a duration from a second to a day, so that no value makes polling endless or overflows.
  static func bounded(_ duration: Duration) -> Duration { min(max(duration, .seconds(1)), .seconds(86_400)) }
}
