internal import ConstantContactTransport

/// What a failed attempt means for a retry.
enum RetryAdvice: Sendable, Hashable {
  /// The API refused the request before acting on it, because of the pace.
  case afterThrottle
  /// The API refused the request before acting on it, because too many bulk activities are queued.
  case afterActivity
  /// The API has certainly not acted.
  case notActedUpon
  /// The API may have acted.
  case ambiguous
  /// A retry would change nothing.
  case hopeless

  /// Whether an operation with this rule may be retried.
  func permits(_ rule: ReplayRule) -> Bool {
    switch self {
    case .afterThrottle, .afterActivity, .notActedUpon: rule != .never
    case .ambiguous: rule == .idempotent
    case .hopeless: false
    }
  }
}

/// Classifies failures; ``RetryDecider`` decides what to do about them.
enum FailureClassifier {
  static func advice(for error: TransportError) -> RetryAdvice {
    switch (error.code, error.delivery) {
    case (.insecure, _), (.invalidRequest, _), (.fileSystem, _), (.tlsFailed, _), (.responseTooLarge, _):
      .hopeless
    case (_, .notSent): .notActedUpon
    case (_, .uncertain), (_, .delivered): .ambiguous
    }
  }

  static func advice(for error: ConstantContactError) -> RetryAdvice {
    switch error.code {
    case .throttled: .afterThrottle
    case .tooManyActivities: .afterActivity
    case .server: .ambiguous
    default: .hopeless
    }
  }
}
