#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The rules for the URLs that requests may be sent to.
package enum TransportSecurity {
  /// Throws unless the URL is `https`, or `http` to this machine, and can be written into a request as it is.
  ///
  /// - Throws: ``TransportError`` with code `insecure` or `invalidRequest`.
  package static func check(_ url: URL) throws {
    guard url.absoluteString.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw invalid("the URL contains a space, a control character or a non-ASCII character: percent-encode it")
    }
    guard let scheme = url.scheme?.lowercased(), let host = url.host(), !host.isEmpty else {
      throw invalid("the URL has no scheme or no host")
    }
    guard url.user() == nil, url.password() == nil else {
      throw invalid("the URL contains a user name or password: remove it")
    }
    // `host()` percent-encodes international names, which are decoded here; `absoluteString` has their ASCII form.
    guard let name = url.host(percentEncoded: false), name.unicodeScalars.allSatisfy(mayBeInHost),
      url.port.map({ (1...65_535).contains($0) }) ?? true
    else {
      throw invalid("the URL has an invalid host or port")
    }
    switch scheme {
    case "https": return
    case "http" where isLoopback(host): return
    case "http":
      throw TransportError(
        .insecure,
        delivery: .notSent,
        message: "plain HTTP is allowed to this machine only: use https for other hosts"
      )
    default:
      throw invalid("the URL scheme `\(scheme)` is not HTTP: use https")
    }
  }

  /// Returns whether two URLs have the same scheme, host and port, so that the same secrets may be sent to both.
  package static func haveSameOrigin(_ one: URL, _ other: URL) -> Bool {
    one.scheme?.lowercased() == other.scheme?.lowercased()
      && one.host()?.lowercased() == other.host()?.lowercased()
      && port(of: one) == port(of: other)
  }

  /// Returns whether a host name or address is this machine: `localhost`, `127.0.0.0/8`, `::1`.
  package static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased().trimmingPrefix("[").split(separator: "]").first.map(String.init) ?? ""
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    // Digits only: `UInt8` accepts a sign, and a name such as `127.0.0.+1` is resolved by the system.
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func mayBeInHost(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value != 0x7F && !"%/\\?#@<>\"".unicodeScalars.contains(scalar)
  }

  private static func port(of url: URL) -> Int? {
    url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
  }

  private static func invalid(_ message: String) -> TransportError {
    TransportError(.invalidRequest, delivery: .notSent, message: message)
  }
}
