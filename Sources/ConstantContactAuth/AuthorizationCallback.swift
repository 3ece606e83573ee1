internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the browser brought back, taken apart and not yet believed.
struct AuthorizationCallback {
  enum Answer {
    case code(String)
    case refusal(OAuthError)
  }

  let state: String
  let answer: Answer
  private let url: URL
  private let parameters: [(name: String, value: String)]

  /// - Throws: ``OAuthError`` with code `invalidCallback`.
  init(_ url: URL) throws {
    self.url = url
    if let fragment = url.fragment(percentEncoded: true), fragment.contains("access_token=") {
      throw Self.invalid("it carries a token in its fragment: the implicit flow is not supported, ask for a code")
    }
    parameters = PercentEncoding.decodeQuery(url.query(percentEncoded: true) ?? "")
    guard let state = try Self.single("state", in: parameters) else { throw Self.invalid("it has no state") }
    self.state = state
    switch (try Self.single("code", in: parameters), try Self.single("error", in: parameters)) {
    case (let code?, nil): answer = .code(code)
    case (nil, let error?): answer = .refusal(Self.refusal(error))
    case (nil, nil): throw Self.invalid("it has neither a code nor an error")
    case (.some, .some): throw Self.invalid("it has both a code and an error")
    }
  }

  /// Whether the browser came back to a registered address: the same up to the query, whose own parameters are there too.
  func leads(to redirectURI: String) -> Bool {
    guard let registered = URL(string: redirectURI), TransportSecurity.haveSameOrigin(url, registered),
      Self.path(of: url) == Self.path(of: registered)
    else { return false }
    let own = PercentEncoding.decodeQuery(registered.query(percentEncoded: true) ?? "")
    return own.allSatisfy { parameter in parameters.contains { $0 == parameter } }
  }

  /// Browsers show an empty path as a slash.
  private static func path(of url: URL) -> String {
    let path = url.path(percentEncoded: true)
    return path.isEmpty ? "/" : path
  }

  private static func single(_ name: String, in parameters: [(name: String, value: String)]) throws -> String? {
    let values = parameters.filter { $0.name == name }.map(\.value)
    guard values.count <= 1 else { throw invalid("it has more than one \(name)") }
    return values.first.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func invalid(_ why: String) -> OAuthError {
    OAuthError(.invalidCallback, message: "the address is no answer to an authorization request: \(why)")
  }

  /// The prose beside the error is left behind: anybody can write it into an address.
  private static func refusal(_ error: String) -> OAuthError {
    let (code, message): (OAuthError.Code, String) =
      switch error {
      case "access_denied": (.accessDenied, "the account's owner did not agree")
      case "invalid_scope": (.invalidScope, "a scope that was asked for does not exist or is not allowed for this app")
      case "server_error", "temporarily_unavailable":
        (.temporarilyUnavailable, "the authorization server is busy or out of order: begin anew later")
      case "unauthorized_client":
        (.invalidClient, "the app may not use this flow: see its settings in the developer portal")
      default: (.refused, "the authorization server refused the request")
      }
    return OAuthError(code, message: message, oauthError: TokenFault.isPlain(error) ? error : nil)
  }
}
