#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An HTTP request, ready to be sent.
public struct TransportRequest: Sendable, Hashable {
  /// The method.
  public var method: TransportMethod
  /// The absolute URL.
  public var url: URL
  /// The header fields. `Host`, `Content-Length` and `Transfer-Encoding` are set by the transport.
  public var headers: TransportHeaders
  /// The body, or `nil` for none.
  public var body: TransportBody?
  /// The time the exchange may take, from the first byte sent to the last byte received.
  ///
  /// After it, a transport ends the exchange with ``TransportError/Code/timedOut``. Zero and negative durations time out
  /// before anything is sent.
  public var timeout: Duration
  /// The name of the operation the request belongs to, such as `contacts.get`, for logs, metrics and tests.
  public var operation: String

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - url: The absolute URL.
  ///   - headers: The header fields; none by default.
  ///   - body: The body; none by default.
  ///   - timeout: The time the exchange may take; 60 seconds by default.
  ///   - operation: The name of the operation, such as `contacts.get`; empty by default.
  public init(
    method: TransportMethod,
    url: URL,
    headers: TransportHeaders = TransportHeaders(),
    body: TransportBody? = nil,
    timeout: Duration = .seconds(60),
    operation: String = ""
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.operation = operation
  }
}

extension TransportRequest: Redacting {
  /// The method, host and path. The query is left out: it may contain an email address or a cursor.
  public var description: String { "\(method) \(url.host() ?? "")\(url.path())" }
}
