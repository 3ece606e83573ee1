#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where a request may go.
public enum TransportSecurity {
  /// Throws unless the address is `https`, or `http` on this machine.
  ///
  /// - Throws: ``TransportError`` with code `insecure` or `invalidRequest`.
  public static func check(_ url: URL) throws {
    guard let scheme = url.scheme?.lowercased(), let host = url.host(), !host.isEmpty else {
      throw TransportError(.invalidRequest, delivery: .notSent, message: "the address has no scheme or no host")
    }
    guard url.user() == nil, url.password() == nil else {
      throw TransportError(.invalidRequest, delivery: .notSent, message: "the address carries a user name or password")
    }
    switch scheme {
    case "https": return
    case "http" where isLoopback(host): return
    case "http":
      throw TransportError(
        .insecure,
        delivery: .notSent,
        message: "plain HTTP is for this machine only: use https for other hosts"
      )
    default:
      throw TransportError(.invalidRequest, delivery: .notSent, message: "the scheme \(scheme) is not HTTP")
    }
  }

  /// Whether two addresses have the same scheme, host and port, so that what may be sent to one may be sent to the other.
  public static func haveSameOrigin(_ one: URL, _ other: URL) -> Bool {
    one.scheme?.lowercased() == other.scheme?.lowercased()
      && one.host()?.lowercased() == other.host()?.lowercased()
      && port(of: one) == port(of: other)
  }

  /// Whether a host's name or number means this machine: `localhost`, `127.0.0.0/8`, `::1`.
  static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased().trimmingPrefix("[").split(separator: "]").first.map(String.init) ?? ""
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    // `UInt8` takes a sign too, and a name such as `127.0.0.+1` is somebody else's to resolve.
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func port(of url: URL) -> Int? {
    url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
  }
}
