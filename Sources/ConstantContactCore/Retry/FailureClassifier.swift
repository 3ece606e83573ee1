internal import ConstantContactTransport

/// What a failed attempt means for the next one.
enum RetryAdvice: Sendable, Hashable {
  /// The service refused before it did anything, because of the pace.
  case afterThrottle
  /// The service refused before it did anything, because too many bulk activities are queued.
  case afterActivity
  /// The service has certainly not acted.
  case notActedUpon
  /// The service may have acted.
  case ambiguous
  /// Trying again would change nothing.
  case hopeless

  /// Whether an operation with this rule may go out again.
  func permits(_ rule: ReplayRule) -> Bool {
    switch self {
    case .afterThrottle, .afterActivity, .notActedUpon: rule != .never
    case .ambiguous: rule == .idempotent
    case .hopeless: false
    }
  }
}

/// Says what a failure means, apart from deciding what to do about it.
enum FailureClassifier {
  static func advice(for error: TransportError) -> RetryAdvice {
    switch (error.code, error.delivery) {
    case (.insecure, _), (.invalidRequest, _), (.fileSystem, _), (.tlsFailed, _): .hopeless
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
