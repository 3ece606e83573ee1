internal import ConstantContactTransport

/// Decides whether another attempt follows a failed one, and after which pause.
///
/// ``FailureClassifier`` says what the failure means, and the call waits.
struct RetryDecider {
  let policy: RetryPolicy
  let throttle: RetryThrottle
  let rule: ReplayRule

  /// A decision.
  enum Decision: Equatable {
    case retry(after: Duration)
    case giveUp(Reason)
  }

  /// Why no attempt follows.
  enum Reason: Equatable {
    /// A retry is not permitted or useless, or the policy's attempts, its time or the call's deadline are used up.
    case notPermitted
    /// Most recent requests have failed.
    case tooManyFailures
  }

  /// - Parameters:
  ///   - advice: What the failure means.
  ///   - retryAfter: The delay that the response requested.
  ///   - attempts: The attempts so far.
  ///   - elapsed: The time since the first of them.
  ///   - remaining: The time until the call's deadline.
  func decide(
    _ advice: RetryAdvice,
    retryAfter: Duration?,
    attempts: Int,
    elapsed: Duration,
    remaining: Duration
  ) -> Decision {
    guard advice.permits(rule) else { return .giveUp(.notPermitted) }
    if advice == .afterActivity {
      // At least a second, so that a pause of zero does not use up the day's requests.
      guard let delay = policy.activityDelay.map({ max(RetryPolicy.bounded($0), .seconds(1)) }), delay < remaining
      else { return .giveUp(.notPermitted) }
      return .retry(after: delay)
    }
    var pause = policy.delay(after: attempts, throttled: advice == .afterThrottle)
    if let retryAfter { pause = max(pause, min(retryAfter, RetryPolicy.bounded(policy.maximumRetryAfter))) }
    guard policy.allows(attemptsMade: attempts, elapsed: elapsed, pause: pause), pause < remaining else {
      return .giveUp(.notPermitted)
    }
    // A 429 is not a failure of the API.
    guard advice == .afterThrottle || throttle.permitsRetries else { return .giveUp(.tooManyFailures) }
    return .retry(after: pause)
  }
}
