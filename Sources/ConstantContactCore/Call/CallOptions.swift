public import ConstantContactTransport

/// Options that override the client's configuration for some calls.
///
/// ```swift
/// let nightly = client.with { $0.priority = .background }
/// for try await contact in nightly.contacts.list() { print(contact.id) }
/// ```
public struct CallOptions: Sendable {
  /// The time that a whole call may take; `nil`, the default, for the configuration's.
  public var deadline: Duration?
  /// The time that one attempt may take; `nil`, the default, for the configuration's.
  public var attemptTimeout: Duration?
  /// The retry policy; `nil`, the default, for the configuration's.
  public var retry: RetryPolicy?
  /// The priority under the rate limit; interactive by default.
  public var priority: CallPriority = .interactive
  /// Additional header fields, such as a trace. Those that the library sets itself are refused with `invalidInput`.
  public var headers = TransportHeaders()
  /// An identifier of the caller's for the work that the calls belong to. Observers receive it; it is not sent.
  public var requestID: String?

  /// Creates options that override nothing.
  public init() {}

  /// Names that `headers` may not contain.
  private static let reserved: Set<String> = [
    "authorization", "user-agent", "content-type", "content-length", "transfer-encoding", "host", "accept", "cookie",
    "connection", "x-api-key",
  ]

  /// - Throws: ``ConstantContactError`` with code `invalidInput`.
  func check(_ operation: String) throws {
    for field in headers.fields where Self.reserved.contains(field.name.lowercased()) {
      throw ConstantContactError(
        .invalidInput, "the header field `\(field.name)` is set by the library", operation: operation,
        invalidField: InvalidField(name: field.name))
    }
  }
}
