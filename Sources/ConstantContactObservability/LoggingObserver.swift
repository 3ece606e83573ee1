#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import Logging

/// An observer that logs each attempt with swift-log.
///
/// | Outcome of the attempt | Level |
/// |---|---|
/// | Succeeded or cancelled | `debug` |
/// | Failed and will be retried | `warning` |
/// | Failed: the API rejected this request (a 4xx other than 401, 403 and 429) | `info` |
/// | Failed for any other reason | `error` |
///
/// A rejection of a single request, such as a 404 or the 409 for an existing contact, is often expected. Only the caller
/// can tell whether it is an error.
///
/// The message is always `Constant Contact attempt`. The details are in the metadata, under the keys of ``MetadataKey``.
/// They contain no token, email address, query or body. To log bodies while debugging, use ``BodyLoggingTransport``.
public struct LoggingObserver: CallObserver {
  /// The metadata keys. Keys without a known value are omitted.
  public enum MetadataKey {
    /// The operation, such as `contacts.create`.
    public static let operation = "constant_contact.operation"
    /// The number of the attempt within its call, starting at 1.
    public static let attempt = "constant_contact.attempt"
    /// `succeeded`, `failed` or `cancelled`.
    public static let outcome = "constant_contact.outcome"
    /// The status of the response.
    public static let status = "constant_contact.status"
    /// The code of the error, such as `throttled`.
    public static let error = "constant_contact.error"
    /// The duration of the request, in milliseconds.
    public static let duration = "constant_contact.duration_ms"
    /// The wait for the rate limit, in milliseconds.
    public static let limitWait = "constant_contact.limit_wait_ms"
    /// The wait for an access token, in milliseconds.
    public static let tokenWait = "constant_contact.token_wait_ms"
    /// The pause before the next attempt, in milliseconds.
    public static let pause = "constant_contact.pause_ms"
    /// Constant Contact's IDs of the request, separated by spaces.
    public static let serviceRequestIDs = "constant_contact.service_request_ids"
    /// The caller's ID of the request, `CallOptions.requestID`.
    public static let requestID = "constant_contact.request_id"
  }

  private let logger: Logger

  /// Creates an observer.
  ///
  /// - Parameter logger: The destination of the log messages. Its log level selects which of them are written.
  public init(logger: Logger) { self.logger = logger }

  /// Logs an attempt.
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
