public import ConstantContactTransport

/// How some calls are made differently from the client's others.
///
/// ```swift
/// let nightly = client.with { $0.priority = .background }
/// for try await contact in nightly.contacts.list() { print(contact.id) }
/// ```
public struct CallOptions: Sendable {
  /// How long a whole call may take; `nil`, the default, for the client's own.
  public var deadline: Duration?
  /// How long one attempt may take; `nil`, the default, for the client's own.
  public var attemptTimeout: Duration?
  /// What is tried again, and when; `nil`, the default, for the client's own.
  public var retry: RetryPolicy?
  /// Whose turn it is under the rate limit; interactive by default.
  public var priority: CallPriority = .interactive
  /// Header fields to send along, such as a trace. Those that the library sets itself are refused with `invalidInput`.
  public var headers = TransportHeaders()
  /// A name of your own for what the calls belong to. Observers are told; it is not sent.
  public var requestID: String?

  /// Makes options that change nothing.
  public init() {}

  /// What `headers` may not name.
  private static let reserved: Set<String> = [
    "authorization", "user-agent", "content-type", "content-length", "transfer-encoding", "host", "accept", "cookie",
    "connection", "x-api-key",
  ]

  /// - Throws: ``ConstantContactError`` with code `invalidInput`.
  func check(_ operation: String) throws {
    for field in headers.fields where Self.reserved.contains(field.name.lowercased()) {
      throw ConstantContactError(
        .invalidInput, "the header field \(field.name) is the library's own to set", operation: operation)
    }
  }
}
