/// Why an exchange with the server did not come to a response.
///
/// It names no URL, header, token or address.
public struct TransportError: Error, Sendable, Redacting {
  /// What went wrong, as an open set.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The code's name.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code's name.
    public var description: String { rawValue }

    /// The exchange did not finish within ``TransportRequest/timeout``.
    public static let timedOut = Code(rawValue: "timedOut")
    /// No connection came about: the name was not found, or nobody answered there.
    public static let cannotConnect = Code(rawValue: "cannotConnect")
    /// The connection broke before the response was complete.
    public static let connectionLost = Code(rawValue: "connectionLost")
    /// The server's certificate was not accepted, or TLS failed otherwise.
    public static let tlsFailed = Code(rawValue: "tlsFailed")
    /// What came back is not HTTP.
    public static let badResponse = Code(rawValue: "badResponse")
    /// The address is neither `https` nor on this machine.
    public static let insecure = Code(rawValue: "insecure")
    /// The request cannot be written down as HTTP.
    public static let invalidRequest = Code(rawValue: "invalidRequest")
    /// A file could not be read or written.
    public static let fileSystem = Code(rawValue: "fileSystem")
    /// Something else.
    public static let other = Code(rawValue: "other")
  }

  /// How far the request came: what decides whether it may be sent again.
  public enum Delivery: Sendable, Hashable {
    /// The server cannot have seen it.
    case notSent
    /// The server may have seen it, and may have acted on it.
    case uncertain
    /// The server answered; only our side failed afterwards.
    case delivered
  }

  /// What went wrong.
  public let code: Code
  /// How far the request came.
  public let delivery: Delivery
  /// One sentence for people.
  public let message: String
  /// The error underneath. It may name a URL, so it is kept out of `description`.
  public let cause: (any Error)?

  /// Makes an error.
  public init(_ code: Code, delivery: Delivery, message: String, cause: (any Error)? = nil) {
    self.code = code
    self.delivery = delivery
    self.message = message
    self.cause = cause
  }

  /// Code and message.
  public var description: String { "\(code): \(message)" }
}
