/// The status code of an HTTP response.
public struct TransportStatus: RawRepresentable, Hashable, Sendable, ExpressibleByIntegerLiteral,
  CustomStringConvertible
{
  /// The three-digit code.
  public let rawValue: Int

  /// Creates a status from its code. Any number is accepted.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Creates a status from its code.
  public init(integerLiteral value: Int) { rawValue = value }

  /// The class of a status: its first digit.
  public enum Kind: Sendable, Hashable {
    /// 1xx
    case informational
    /// 2xx
    case successful
    /// 3xx
    case redirection
    /// 4xx
    case clientError
    /// 5xx
    case serverError
    /// A code outside 100 to 599.
    case other
  }

  /// The class of the status.
  public var kind: Kind {
    switch rawValue {
    case 100...199: .informational
    case 200...299: .successful
    case 300...399: .redirection
    case 400...499: .clientError
    case 500...599: .serverError
    default: .other
    }
  }

  /// The code in decimal.
  public var description: String { String(rawValue) }
}
