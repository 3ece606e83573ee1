public import Foundation

/// A redirect URI that this machine can listen on: `http` on `localhost`, `127.0.0.1` or `[::1]`.
public struct RedirectAddress: Sendable, Hashable {
  /// The URI as registered.
  public let uri: String
  /// The port; 80 when the URI has none.
  public let port: UInt16
  /// The addresses to listen on: both for `localhost`, because a browser may use either.
  public let addresses: [LoopbackServer.Address]
  /// The percent-encoded path.
  public let path: String

  /// The reason why a redirect URI cannot be listened on.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What failed, why, and what to do.
    public let description: String
  }

  /// Creates an address from a redirect URI.
  ///
  /// - Throws: ``Failure`` for any URI other than plain HTTP on a loopback address, such as `https://localhost`.
  public init(_ uri: String) throws {
    guard let parts = URLComponents(string: uri), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
      parts.query == nil, parts.fragment == nil
    else { throw Failure(description: "The redirect URI is not a URL, or has a query or a fragment.") }
    let addresses: [LoopbackServer.Address]? =
      switch host.lowercased() {
      case "localhost": [.ip4, .ip6]
      case "127.0.0.1": [.ip4]
      case "::1", "[::1]": [.ip6]
      default: nil
      }
    guard scheme.lowercased() == "http", let addresses else {
      throw Failure(
        description: "This program cannot listen on the redirect URI \(uri), only on http://localhost:PORT/….")
    }
    // `URLComponents` has no port where the text has one that is too large.
    let hasPort = uri.dropFirst(scheme.count + 3).prefix { $0 != "/" }.hasSuffix(host) == false
    guard let port = UInt16(exactly: parts.port ?? (hasPort ? 0 : 80)), port > 0 else {
      throw Failure(description: "The port of the redirect URI must be from 1 to 65535.")
    }
    self.uri = uri
    self.port = port
    self.addresses = addresses
    path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
  }

  /// Returns the redirect URI with a query that a browser sent.
  ///
  /// Browsers leave characters such as `|` and `{` unencoded. `URL` would encode them together with the percent signs
  /// that are already part of the query, which would change the code.
  public func callback(query: String) -> URL? {
    if query.isEmpty { return URL(string: uri) }
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in query.utf8 {
      if kept.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return URL(string: uri + "?" + String(decoding: encoded, as: UTF8.self), encodingInvalidCharacters: false)
  }
}
