/// How often, and after which pauses, a failed attempt is made again.
///
/// Pauses grow exponentially with full jitter: each is a random part of a bound that doubles from attempt to attempt.
/// What may be tried again at all is the operation's ``ReplayRule``'s to say.
public struct RetryPolicy: Sendable {
  /// How many attempts a call may make in all; 5. The one replay after a 401 does not count.
  public var maximumAttempts: Int
  /// The bound of the first pause; 500 ms.
  public var baseDelay: Duration
  /// The bound that pauses do not outgrow; 20 seconds.
  public var maximumDelay: Duration
  /// The time after which no new attempt is begun, measured from the first; 2 minutes.
  public var maximumElapsed: Duration
  /// The least pause after a `throttled`; 1 second, as the vendor asks.
  public var throttleDelay: Duration
  /// The most that a `Retry-After` of the service's is waited for; 60 seconds. The vendor documents none.
  public var maximumRetryAfter: Duration
  /// How long to wait, again and again until the call's deadline, when too many bulk activities are queued; `nil`, the
  /// default, to fail with `tooManyActivities` at once. An activity takes minutes: 30 seconds are a good pace, and the
  /// deadline wants to be longer. Each look costs one of the day's requests: it is the request itself, made again.
  public var activityDelay: Duration?
  /// A random number from 0 up to 1, asked for each pause.
  public var random: @Sendable () -> Double

  /// Makes the default policy.
  public init() {
    maximumAttempts = 5
    baseDelay = .milliseconds(500)
    maximumDelay = .seconds(20)
    maximumElapsed = .seconds(120)
    throttleDelay = .seconds(1)
    maximumRetryAfter = .seconds(60)
    random = { Double.random(in: 0..<1) }
  }

  /// A policy that tries once.
  public static var none: RetryPolicy {
    var policy = RetryPolicy()
    policy.maximumAttempts = 1
    return policy
  }

  /// The pause before the attempt that follows attempt number `attempt` (counted from 1).
  package func delay(after attempt: Int, throttled: Bool) -> Duration {
    let bound = min(maximumDelay, baseDelay * (1 << min(attempt - 1, 20)))
    return (throttled ? throttleDelay : .zero) + bound * random()
  }

  /// Whether another attempt may begin after a pause.
  package func allows(attemptsMade: Int, elapsed: Duration, pause: Duration) -> Bool {
    attemptsMade < maximumAttempts && elapsed + pause <= maximumElapsed
  }
}
