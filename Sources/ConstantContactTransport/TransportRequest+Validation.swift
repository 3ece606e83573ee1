#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension TransportRequest {
  /// Throws when the request must not or cannot be sent.
  ///
  /// Every transport calls this method first, so that nothing reaches the wire unchecked:
  ///
  /// - The method is a token of RFC 9110, and not `CONNECT`.
  /// - The URL is `https`, or `http` to this machine, with a host, without a user name or password, and of printable ASCII
  ///   characters only. Its port is between 1 and 65535.
  /// - The names of the header fields are tokens; their values are printable ASCII characters, spaces and tabs.
  /// - `Host`, `Content-Length` and `Transfer-Encoding` are absent: the transport sets them, and a second value could make
  ///   a server read one request as two.
  ///
  /// - Throws: ``TransportError`` with code `insecure` or `invalidRequest`, and delivery `notSent`.
  public func validate() throws {
    guard HTTPToken.isToken(method.rawValue), method.rawValue != "CONNECT" else {
      throw Self.invalid("the request method is not valid: use a method such as `GET` or `POST`")
    }
    try TransportSecurity.check(url)
    for field in headers.fields {
      // The name is not quoted: it contains whatever made it invalid.
      guard HTTPToken.isToken(field.name) else { throw Self.invalid("the name of a header field is not a token") }
      guard field.value.utf8.allSatisfy({ $0 == 0x09 || (0x20...0x7E).contains($0) }) else {
        throw Self.invalid("the header field `\(field.name)` contains a control or non-ASCII character")
      }
      guard !Self.framingFields.contains(where: { TransportHeaders.isSameName($0, field.name) }) else {
        throw Self.invalid("the header field `\(field.name)` is set by the transport: remove it")
      }
    }
  }

  private static let framingFields = ["Host", "Content-Length", "Transfer-Encoding"]

  private static func invalid(_ message: String) -> TransportError {
    TransportError(.invalidRequest, delivery: .notSent, message: message)
  }
}
