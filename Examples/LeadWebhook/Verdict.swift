internal import ConstantContactKit

/// The consequence of a report for the queue.
enum Verdict {
  /// The report is the result.
  case final
  /// The lead is retried later.
  case retry
  /// No lead can be delivered until the cause is gone.
  case pause(Pause.Reason, ConstantContactError)

  init(_ outcome: DeliveryReport.Outcome) {
    switch outcome {
    case .created, .updated, .skipped, .wouldCreate, .wouldUpdate:
      self = .final
    case .failed(let error), .notAttempted(let error):
      if error.code == .wrongAccount {
        self = .pause(.account, error)
      } else if error.isAuthorizationFailure {
        self = .pause(.tokens, error)
      } else if error.code == .quotaExceeded {
        self = .pause(.quota, error)
      } else if error.advice.kind == .fixConfiguration {
        self = .pause(.configuration, error)
      } else {
        self = Self.temporary.contains(error.code) ? .retry : .final
      }
    }
  }

  /// A retry is safe even when the first attempt may have succeeded, because a push looks up the address first.
  private static let temporary: Set<ConstantContactError.Code> = [
    .tokenUnavailable, .throttled, .tooManyActivities, .server, .timedOut, .connection, .unreadableResponse,
    .stillProcessing,
  ]
}
