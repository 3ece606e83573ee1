public import ConstantContactTransport

/// One attempt of one call, as an observer is told of it.
///
/// The attempts of a call are numbered from 1, and its last one is the one without a ``pause``: there is exactly one,
/// also when the call is cancelled while it waits. What is refused before the first attempt, such as a value that is
/// too long, has none.
///
/// It holds no token, address, query or body.
public struct CallAttempt: Sendable {
  /// How an attempt ended.
  public enum Outcome: String, Sendable, Hashable {
    /// With a 2xx answer.
    case succeeded
    /// With an error.
    case failed
    /// The caller was cancelled.
    case cancelled
  }

  /// The operation's name, such as `contacts.create`.
  public internal(set) var operation: String
  /// The method.
  public internal(set) var method: TransportMethod
  /// The path with its parameters in braces, as the vendor's contract writes it; `/{path}` for a call whose path is the
  /// caller's own, since that may name anybody.
  public internal(set) var pathTemplate: String
  /// Which attempt of the call it is, counted from 1; a replay after a 401 counts.
  public internal(set) var number: Int
  /// Whether a request went out. It does not when there is no token, or no turn in time.
  public internal(set) var wasSent = false
  /// How it ended.
  public internal(set) var outcome: Outcome = .succeeded
  /// The status of the service's answer, if there was one.
  public internal(set) var status: TransportStatus?
  /// What went wrong, if something did.
  public internal(set) var error: ConstantContactError.Code?
  /// How long the access token was waited for.
  public internal(set) var tokenWait: Duration = .zero
  /// How long the rate limit made it wait.
  public internal(set) var limitWait: Duration = .zero
  /// How long the request took, from leaving to the last byte of its answer; zero when none went out.
  public internal(set) var duration: Duration = .zero
  /// How long the call pauses before it tries again, `.zero` for the replay after a 401; `nil` when this was its last
  /// attempt.
  public internal(set) var pause: Duration?
  /// The service's ids for the request (`x-amzn-RequestId`, `x-eig-tracking-id`).
  public internal(set) var serviceRequestIDs: [String] = []
  /// The caller's own name for it: ``CallOptions/requestID``.
  public internal(set) var requestID: String?

  init(_ descriptor: OperationDescriptor, number: Int, requestID: String?) {
    operation = descriptor.name
    method = descriptor.method
    pathTemplate = descriptor.name == OperationDescriptor.rawName ? "/{path}" : descriptor.pathTemplate
    self.number = number
    self.requestID = requestID
  }
}

extension CallAttempt: CustomStringConvertible {
  /// One line for a log.
  public var description: String {
    var text = "\(operation) attempt \(number) \(outcome.rawValue)"
    if let status { text += ", status \(status)" }
    if let error { text += ", \(error)" }
    text += ", waited \(limitWait), took \(duration)"
    if let pause { text += ", again in \(pause)" }
    return text
  }
}
