package import Foundation

/// A redirect URI at which this machine can listen: `http`, on `localhost`, `127.0.0.1` or `[::1]`.
public struct RedirectAddress: Sendable, Hashable {
  /// The URI as it is registered.
  public let uri: String
  /// The port: 80 unless the URI names one.
  public let port: UInt16
  /// Where to listen. The name `localhost` means both addresses, and a browser may try either.
  public let addresses: [LoopbackServer.Address]
  /// The path, percent-encoded.
  public let path: String

  /// Why nobody can listen at a redirect URI.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What is wrong, and what is wanted.
    public let description: String
  }

  /// Reads a redirect URI.
  ///
  /// - Throws: ``Failure`` when it leads elsewhere than to plain HTTP on this machine, as `https://localhost` does: the
  ///   owner has to paste what the browser's address bar shows then.
  public init(_ uri: String) throws {
    guard let parts = URLComponents(string: uri), let scheme = parts.scheme, let host = parts.host, !host.isEmpty,
      parts.query == nil, parts.fragment == nil
    else { throw Failure(description: "the redirect URI is no URL, or has a query or a fragment") }
    let addresses: [LoopbackServer.Address]? =
      switch host.lowercased() {
      case "localhost": [.ip4, .ip6]
      case "127.0.0.1": [.ip4]
      case "::1", "[::1]": [.ip6]
      default: nil
      }
    guard scheme.lowercased() == "http", let addresses else {
      throw Failure(description: "nobody can listen at the redirect URI \(uri): only at http://localhost and the like")
    }
    guard let port = UInt16(exactly: parts.port ?? 80), port > 0 else {
      throw Failure(description: "the redirect URI's port goes from 1 to 65535")
    }
    self.uri = uri
    self.port = port
    self.addresses = addresses
    path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
  }

  /// The redirect URI with the query that a browser brought.
  ///
  /// Browsers leave characters such as `|` and `{` as they are, which `URL` does not: it would encode the percent signs that are
  /// there a second time as well, and the code would be another one.
  package func callback(query: String) -> URL? {
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
