#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One request, ready to be sent.
public struct TransportRequest: Sendable, Hashable {
  /// The method.
  public var method: TransportMethod
  /// The absolute URL.
  public var url: URL
  /// The header fields. A transport sends these and adds none that carry meaning.
  public var headers: TransportHeaders
  /// The body, if there is one.
  public var body: TransportBody?
  /// How long the exchange may take, from the first byte sent to the last byte received.
  ///
  /// A transport ends the exchange with ``TransportError/Code/timedOut`` when it has not finished by then.
  public var timeout: Duration
  /// The name of the operation the request belongs to, such as `contacts.get`: for logs, metrics and tests.
  public var operation: String

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - url: The absolute URL.
  ///   - headers: The header fields; none by default.
  ///   - body: The body; none by default.
  ///   - timeout: How long the exchange may take; 60 seconds by default.
  ///   - operation: The name of the operation, such as `contacts.get`.
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

  /// Throws when no transport may send this request: over plain HTTP to a host other than this machine, with a
  /// header that would break the message, or with an address that is not HTTP at all.
  ///
  /// Every transport calls it first.
  ///
  /// - Throws: ``TransportError`` with code `insecure` or `invalidRequest`.
  public func validate() throws {
    try TransportSecurity.check(url)
    if let name = headers.firstUnsendableName {
      throw TransportError(
        .invalidRequest,
        delivery: .notSent,
        message: "the header field \(name) holds a character that cannot be sent"
      )
    }
  }
}

extension TransportRequest: Redacting {
  /// Method, host and path. The query is left out: it may hold an e-mail address or a cursor.
  public var description: String { "\(method) \(url.host() ?? "")\(url.path())" }
}
