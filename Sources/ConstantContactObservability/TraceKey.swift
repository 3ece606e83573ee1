#if Observability
/// The names of span attributes that OpenTelemetry has no name for. They change with a major version only.
public enum TraceKey {
  /// The operation, such as `contacts.create`.
  public static let operation = "constant_contact.operation"
  /// How long the rate limit made the attempt wait, in milliseconds.
  public static let limitWait = "constant_contact.limit_wait_ms"
  /// How long the attempt waited for an access token, in milliseconds.
  public static let tokenWait = "constant_contact.token_wait_ms"
  /// How long it is until the next attempt, in milliseconds.
  public static let pause = "constant_contact.pause_ms"
  /// The service's ids for the request.
  public static let serviceRequestIDs = "constant_contact.service_request_ids"
  /// The caller's name for it, `CallOptions.requestID`.
  public static let requestID = "constant_contact.request_id"
}
#endif
