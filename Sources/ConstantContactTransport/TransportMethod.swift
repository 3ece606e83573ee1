/// An HTTP request method, such as `GET`.
public struct TransportMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The method's token, in upper case.
  public let rawValue: String

  /// Creates a method from its token. ASCII letters are converted to upper case.
  ///
  /// Any text is accepted here; ``TransportRequest/validate()`` refuses what is not a token.
  public init(rawValue: String) {
    // ASCII only: Unicode maps the dotless i to the letter I, for instance.
    let bytes = rawValue.utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 }
    self.rawValue = String(decoding: bytes, as: UTF8.self)
  }

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
