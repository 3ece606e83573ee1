public import ConstantContactTransport

/// A record of one attempt of one call, for observers.
///
/// The attempts of a call are numbered from 1. The last one, and only that, has no ``pause``, also when the call is cancelled while it
/// waits. A call that is refused before its first attempt, such as one whose value is too long, has no attempts.
///
/// The record holds no token, address, query or body.
public struct CallAttempt: Sendable {
  /// The outcome of an attempt.
  public enum Outcome: String, Sendable, Hashable {
    /// The response has a 2xx status.
    case succeeded
    /// The attempt ended with an error.
    case failed
    /// The caller was cancelled.
    case cancelled
  }

  /// The operation's name, such as `contacts.create`.
  public internal(set) var operation: String
  /// The HTTP method.
  public internal(set) var method: TransportMethod
  /// The path with its parameters in braces, as in the API contract; `/{path}` for a call whose path is supplied by the caller, since
  /// that may hold personal data.
  public internal(set) var pathTemplate: String
  /// The number of the attempt, counted from 1; a retry after a 401 counts.
  public internal(set) var number: Int
  /// Whether a request was sent. None is without a token, or without a slot under the rate limit in time.
  public internal(set) var wasSent = false
  /// The outcome.
  public internal(set) var outcome: Outcome = .succeeded
  /// The status of the response, if there was one.
  public internal(set) var status: TransportStatus?
  /// The code of the error, if the attempt failed.
  public internal(set) var error: ConstantContactError.Code?
  /// The time spent waiting for the access token.
  public internal(set) var tokenWait: Duration = .zero
  /// The time spent waiting for the rate limit.
  public internal(set) var limitWait: Duration = .zero
  /// The time from sending the request to the last byte of its response; zero when none was sent.
  public internal(set) var duration: Duration = .zero
  /// The pause before the next attempt, `.zero` for the retry after a 401; `nil` when this was the last attempt.
  public internal(set) var pause: Duration?
  /// The API's IDs for the request (`x-amzn-RequestId`, `x-eig-tracking-id`).
  public internal(set) var serviceRequestIDs: [String] = []
  /// The caller's own identifier: ``CallOptions/requestID``.
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
    if let pause { text += ", retry in \(pause)" }
    return text
  }
}
