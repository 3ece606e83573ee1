internal import ConstantContactKit

/// What a report on a lead means for the queue.
enum Verdict {
  /// The report stands.
  case final
  /// The lead is to be pushed again after a while: something was out of reach or out of order.
  case again(ConstantContactError)
  /// No lead has a chance before something else has happened.
  case pause(Pause.Reason, ConstantContactError)

  init(_ outcome: DeliveryReport.Outcome) {
    switch outcome {
    case .created, .updated, .skipped:
      self = .final
    case .failed(let error), .notAttempted(let error):
      if error.isAuthorizationFailure {
        self = .pause(.tokens, error)
      } else if error.code == .quotaExceeded {
        self = .pause(.quota, error)
      } else {
        self = Self.passing.contains(error.code) ? .again(error) : .final
      }
    }
  }

  /// What may be over by the next time. A push looks before it writes, so that pushing again is safe even where the first
  /// push may have done it.
  private static let passing: Set<ConstantContactError.Code> = [
    .tokenUnavailable, .throttled, .tooManyActivities, .server, .timedOut, .connection, .unreadableResponse,
    .stillProcessing,
  ]
}
