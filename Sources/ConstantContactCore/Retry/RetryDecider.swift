internal import ConstantContactTransport

/// Decides whether another attempt follows a failed one, and after which pause.
///
/// What the failure means is ``FailureClassifier``'s to say; the call waits.
struct RetryDecider {
  let policy: RetryPolicy
  let throttle: RetryThrottle
  let rule: ReplayRule

  /// What is to be done.
  enum Decision: Equatable {
    case again(after: Duration)
    case giveUp(Reason)
  }

  /// Why no attempt follows.
  enum Reason: Equatable {
    /// It must not, it would be of no use, or the policy's attempts, its time or the call's deadline are used up.
    case notNow
    /// Too much has failed lately.
    case hasFailedTooOften
  }

  /// - Parameters:
  ///   - advice: What the failure means.
  ///   - retryAfter: What the service asked for.
  ///   - attempts: The attempts so far.
  ///   - elapsed: The time since the first of them.
  ///   - remaining: The time that is left of the call's.
  func decide(
    _ advice: RetryAdvice,
    retryAfter: Duration?,
    attempts: Int,
    elapsed: Duration,
    remaining: Duration
  ) -> Decision {
    guard advice.permits(rule) else { return .giveUp(.notNow) }
    if advice == .afterActivity {
      guard let delay = policy.activityDelay, delay < remaining else { return .giveUp(.notNow) }
      return .again(after: delay)
    }
    var pause = policy.delay(after: attempts, throttled: advice == .afterThrottle)
    if let retryAfter { pause = max(pause, min(retryAfter, policy.maximumRetryAfter)) }
    guard policy.allows(attemptsMade: attempts, elapsed: elapsed, pause: pause), pause < remaining else {
      return .giveUp(.notNow)
    }
    // A service that says "not so fast" is not in trouble.
    guard advice == .afterThrottle || throttle.permitsRetries else { return .giveUp(.hasFailedTooOften) }
    return .again(after: pause)
  }
}
