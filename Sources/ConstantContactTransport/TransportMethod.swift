/// An HTTP request method, such as `GET`.
public struct TransportMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The method's token as it stands in the request line, in upper case.
  public let rawValue: String

  /// Makes a method from its token; it is upper-cased.
  public init(rawValue: String) { self.rawValue = rawValue.uppercased() }

  /// `GET`
  public static let get = TransportMethod(rawValue: "GET")
  /// `POST`
  public static let post = TransportMethod(rawValue: "POST")
  /// `PUT`
  public static let put = TransportMethod(rawValue: "PUT")
  /// `PATCH`
  public static let patch = TransportMethod(rawValue: "PATCH")
  /// `DELETE`
  public static let delete = TransportMethod(rawValue: "DELETE")

  /// The method's token.
  public var description: String { rawValue }
}
