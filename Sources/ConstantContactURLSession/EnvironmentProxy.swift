internal import Foundation

/// The proxies that an environment names, as libcurl reads it.
struct EnvironmentProxy {
  private let variables: [String: String]

  init(_ variables: [String: String]) { self.variables = variables }

  /// Returns whether libcurl would send a request through a proxy.
  ///
  /// Exceptions that only newer versions know, such as `127.0.0.0/8`, are left out: the result may be `true` for them.
  func isUsed(for url: URL) -> Bool {
    let scheme = url.scheme?.lowercased() ?? ""
    // libcurl ignores `HTTP_PROXY`, which a CGI server sets from a header field.
    let names = ["\(scheme)_proxy"] + (scheme == "https" ? ["HTTPS_PROXY"] : []) + ["all_proxy", "ALL_PROXY"]
    guard names.contains(where: { variables[$0]?.isEmpty == false }) else { return false }
    let exceptions = variables["no_proxy"] ?? variables["NO_PROXY"] ?? ""
    let host = Self.name(url.host() ?? "")
    return !exceptions.split(whereSeparator: { $0 == "," || $0 == " " }).contains { $0 == "*" || Self.name($0) == host }
  }

  private static func name(_ text: some StringProtocol) -> String {
    text.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
  }
}
