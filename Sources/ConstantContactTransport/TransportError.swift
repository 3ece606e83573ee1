/// An error thrown by an ``HTTPTransport``.
///
/// It contains no URL, header, token or address, so it can be logged. `localizedDescription` is a full sentence.
public struct TransportError: Error, Sendable, Redacting {
  /// The kind of failure. The set is open: transports may define codes of their own.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name of the code.
    public let rawValue: String

    /// Creates a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name of the code.
    public var description: String { rawValue }

    /// The exchange did not finish within ``TransportRequest/timeout``.
    public static let timedOut = Code(rawValue: "timedOut")
    /// No connection was established: the host name was not found, or the server accepts no connections.
    public static let cannotConnect = Code(rawValue: "cannotConnect")
    /// The connection was lost before the response was complete.
    public static let connectionLost = Code(rawValue: "connectionLost")
    /// The server's certificate was not accepted, or TLS failed otherwise.
    public static let tlsFailed = Code(rawValue: "tlsFailed")
    /// The response is not valid HTTP.
    public static let badResponse = Code(rawValue: "badResponse")
    /// The response body is larger than the transport holds in memory. Download it to a file instead.
    public static let responseTooLarge = Code(rawValue: "responseTooLarge")
    /// The URL is plain HTTP to a host other than this machine.
    public static let insecure = Code(rawValue: "insecure")
    /// The request cannot be expressed in HTTP. See ``TransportRequest/validate()``.
    public static let invalidRequest = Code(rawValue: "invalidRequest")
    /// A file could not be read or written.
    public static let fileSystem = Code(rawValue: "fileSystem")
    /// Any other failure.
    public static let other = Code(rawValue: "other")
  }

  /// Whether the server can have received the request, which decides whether it may be retried.
  public enum Delivery: Sendable, Hashable {
    /// The server cannot have received it.
    case notSent
    /// The server may have received it and acted on it.
    case uncertain
    /// The server responded; the failure is on this side.
    case delivered
  }

  /// The kind of failure.
  public let code: Code
  /// Whether the server can have received the request.
  public let delivery: Delivery
  /// What failed and, where it is known, what to do: a phrase without a final period, to be embedded in other messages.
  public let message: String
  /// The underlying error. It may contain a URL, so `description` and `localizedDescription` leave it out.
  public let cause: (any Error)?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of failure.
  ///   - delivery: Whether the server can have received the request.
  ///   - message: What failed, as a phrase without a final period and without URLs or personal data.
  ///   - cause: The underlying error.
  public init(_ code: Code, delivery: Delivery, message: String, cause: (any Error)? = nil) {
    self.code = code
    self.delivery = delivery
    self.message = message
    self.cause = cause
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}

extension TransportError {
  package static func timedOut(_ delivery: Delivery) -> TransportError {
    TransportError(.timedOut, delivery: delivery, message: "the request timed out")
  }

  package static func responseTooLarge(limit: Int) -> TransportError {
    TransportError(
      .responseTooLarge, delivery: .delivered,
      message: "the response body is larger than \(limit) bytes: download it to a file, or raise `maximumResponseSize`")
  }
}
