#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import Logging

/// Writes a line for each attempt with swift-log.
///
/// | an attempt that | level |
/// |---|---|
/// | succeeded, or was cancelled | `debug` |
/// | failed and is made again | `warning` |
/// | failed for good: the service said no to this one request (a 4xx other than 401, 403 and 429) | `info` |
/// | failed for good for any other reason | `error` |
///
/// A refusal of one request, such as a 404 or the 409 for a contact that is there already, is often an answer that the
/// program wants; whether it is a fault, only the caller can say.
///
/// The message is always `Constant Contact attempt`; what there is to say is in the metadata, under the keys of
/// ``MetadataKey``. No line holds a token, an address, a query or a body.
public struct LoggingObserver: CallObserver {
  /// The keys of the metadata. Those whose value is not known are left out.
  public enum MetadataKey {
    /// The operation, such as `contacts.create`.
    public static let operation = "constant_contact.operation"
    /// Which attempt of the call, counted from 1.
    public static let attempt = "constant_contact.attempt"
    /// `succeeded`, `failed` or `cancelled`.
    public static let outcome = "constant_contact.outcome"
    /// The status of the answer.
    public static let status = "constant_contact.status"
    /// The code of the error, such as `throttled`.
    public static let error = "constant_contact.error"
    /// How long the request took, in milliseconds.
    public static let duration = "constant_contact.duration_ms"
    /// How long the rate limit made it wait, in milliseconds.
    public static let limitWait = "constant_contact.limit_wait_ms"
    /// How long the access token was waited for, in milliseconds.
    public static let tokenWait = "constant_contact.token_wait_ms"
    /// How long it is until the next attempt, in milliseconds.
    public static let pause = "constant_contact.pause_ms"
    /// The service's ids for the request, separated by blanks.
    public static let serviceRequestIDs = "constant_contact.service_request_ids"
    /// The caller's name for it, `CallOptions.requestID`.
    public static let requestID = "constant_contact.request_id"
  }

  private let logger: Logger

  /// Makes an observer.
  ///
  /// - Parameter logger: Where lines go. Its own level decides which of them.
  public init(logger: Logger) { self.logger = logger }

  /// Writes the attempt's line.
  public func attemptEnded(_ attempt: CallAttempt) {
    logger.log(level: Self.level(of: attempt), "Constant Contact attempt", metadata: Self.metadata(of: attempt))
  }

  private static func level(of attempt: CallAttempt) -> Logger.Level {
    guard attempt.outcome == .failed else { return .debug }
    guard attempt.pause == nil else { return .warning }
    guard let status = attempt.status, status.kind == .clientError else { return .error }
    return [401, 403, 429].contains(status) ? .error : .info
  }

  private static func metadata(of attempt: CallAttempt) -> Logger.Metadata {
    var metadata: Logger.Metadata = [
      MetadataKey.operation: "\(attempt.operation)",
      MetadataKey.attempt: "\(attempt.number)",
      MetadataKey.outcome: "\(attempt.outcome.rawValue)",
      MetadataKey.limitWait: "\(attempt.limitWait.milliseconds)",
      MetadataKey.tokenWait: "\(attempt.tokenWait.milliseconds)",
    ]
    if attempt.wasSent { metadata[MetadataKey.duration] = "\(attempt.duration.milliseconds)" }
    if let status = attempt.status { metadata[MetadataKey.status] = "\(status.rawValue)" }
    if let error = attempt.error { metadata[MetadataKey.error] = "\(error.rawValue)" }
    if let pause = attempt.pause { metadata[MetadataKey.pause] = "\(pause.milliseconds)" }
    if !attempt.serviceRequestIDs.isEmpty {
      metadata[MetadataKey.serviceRequestIDs] = "\(attempt.serviceRequestIDs.joined(separator: " "))"
    }
    if let requestID = attempt.requestID { metadata[MetadataKey.requestID] = "\(requestID)" }
    return metadata
  }
}
#endif
