internal import FlyingFox

/// A request in a log: method, path and the names of its query parameters, never their values.
enum SandboxLine {
  static func text(for request: HTTPRequest) -> String {
    let parts = request.target.rawValue.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let names = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { $0.prefix { $0 != "=" } }
    let query = names.isEmpty ? "" : "?" + names.joined(separator: "&")
    return printable(request.method.rawValue) + " " + printable(String(parts.first ?? "") + query)
  }

  /// Bytes of a hostile request line must not control the terminal.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.prefix(300).map { (0x21...0x7E).contains($0.value) ? $0 : "?" }))
  }
}
