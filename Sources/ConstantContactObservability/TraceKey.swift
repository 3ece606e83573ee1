#if Observability
/// The names of span attributes without an OpenTelemetry name. They change only with a major version.
public enum TraceKey {
  /// The operation, such as `contacts.create`.
  public static let operation = "constant_contact.operation"
  /// The wait for the rate limit, in milliseconds.
  public static let limitWait = "constant_contact.limit_wait_ms"
  /// The wait for an access token, in milliseconds.
  public static let tokenWait = "constant_contact.token_wait_ms"
  /// The pause before the next attempt, in milliseconds.
  public static let pause = "constant_contact.pause_ms"
  /// Constant Contact's IDs of the request.
  public static let serviceRequestIDs = "constant_contact.service_request_ids"
  /// The caller's ID of the request, `CallOptions.requestID`.
  public static let requestID = "constant_contact.request_id"
}
#endif
