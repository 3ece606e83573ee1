/// How often, and after which pauses, a failed attempt is retried.
///
/// Pauses grow exponentially with full jitter: each is a random part of a bound that doubles from attempt to attempt. Which failures may
/// be retried is decided by the operation's ``ReplayRule``.
///
/// Durations below zero count as zero, and those above a day as a day.
public struct RetryPolicy: Sendable {
  /// The number of attempts that a call may make in all; 5. The one retry after a 401 does not count.
  public var maximumAttempts: Int
  /// The bound of the first pause; 500 ms.
  public var baseDelay: Duration
  /// The largest bound; 20 seconds.
  public var maximumDelay: Duration
  /// The time after which no new attempt begins, measured from the first; 2 minutes.
  public var maximumElapsed: Duration
  /// The least pause after a `throttled`; 1 second, as the API's documentation recommends.
  public var throttleDelay: Duration
  /// The longest `Retry-After` that is waited for; 60 seconds. The API documents none.
  public var maximumRetryAfter: Duration
  /// The pause, repeated until the call's deadline, while too many bulk activities are queued; at least 1 second. `nil`, the default,
  /// fails with `tooManyActivities` at once.
  ///
  /// An activity takes minutes: 30 seconds are a good pace, with a longer deadline. Each retry counts as one of the day's requests.
  public var activityDelay: Duration?
  /// Returns a random number from 0 up to 1, once for each pause.
  public var random: @Sendable () -> Double

  /// Creates the default policy.
  public init() {
    maximumAttempts = 5
    baseDelay = .milliseconds(500)
    maximumDelay = .seconds(20)
    maximumElapsed = .seconds(120)
    throttleDelay = .seconds(1)
    maximumRetryAfter = .seconds(60)
    random = { Double.random(in: 0..<1) }
  }

  /// A policy without retries.
  public static var none: RetryPolicy {
    var policy = RetryPolicy()
    policy.maximumAttempts = 1
    return policy
  }

  /// Returns the pause after attempt number `attempt`, counted from 1.
  package func delay(after attempt: Int, throttled: Bool) -> Duration {
    let doublings = min(max(attempt, 1) - 1, 20)
    let bound = min(Self.bounded(maximumDelay), Self.bounded(baseDelay) * (1 << doublings))
    let part = random()
    return (throttled ? Self.bounded(throttleDelay) : .zero) + bound * (part.isFinite ? min(max(part, 0), 1) : 0)
  }

  /// Whether another attempt may begin after a pause.
  package func allows(attemptsMade: Int, elapsed: Duration, pause: Duration) -> Bool {
    attemptsMade < maximumAttempts && elapsed + pause <= Self.bounded(maximumElapsed)
  }

  /// Returns a duration from zero to a day, so that no caller's value can overflow.
  static func bounded(_ duration: Duration) -> Duration { min(max(duration, .zero), .seconds(86_400)) }
}
