internal import ConstantContactTesting
internal import FlyingFox

/// A request in a log: method, path template and the names of its query parameters, never their values or an ID.
enum SandboxLine {
  static func text(for request: HTTPRequest) -> String {
    let parts = request.target.rawValue.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let names = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      // A parameter without a name may be anything.
      return name.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_") }
        ? String(name) : "?"
    }
    let query = names.isEmpty ? "" : "?" + names.prefix(30).joined(separator: "&")
    return method(request) + " " + template(of: String(parts.first ?? "")) + query
  }

  /// Bytes of a hostile request line must not control the terminal.
  private static func method(_ request: HTTPRequest) -> String {
    let text = request.method.rawValue
    return text.utf8.count <= 20 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } ? text : "?"
  }

  /// The path with placeholders, since IDs and unknown paths may hold personal data.
  private static func template(of path: String) -> String {
    if plain.contains(path) { return path }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard segments.first == "v3" else { return "(unknown path)" }
    let templates = FakeConstantContact.operations.map(\.path).filter { template in
      let parts = template.split(separator: "/")
      return parts.count == segments.count - 1
        && zip(parts, segments.dropFirst()).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
    // A literal path wins over one with placeholders, which comes later.
    return templates.first.map { "/v3" + $0 } ?? "/v3/(unknown path)"
  }

  private static let plain: Set<String> = [
    "/", SandboxPage.dumpPath, "/oauth2/default/v1/authorize", "/oauth2/default/v1/token",
    "/oauth2/default/v1/device/authorize", "/activate", "/partners/oauth2/default/v1/token", "/.well-known/jwks.json",
  ]
}
