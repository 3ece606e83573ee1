internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The URL of an authorization response, parsed but not yet matched to a request.
struct AuthorizationCallback {
  enum Response {
    case code(String)
    case failure(OAuthError)
  }

  let state: String
  let response: Response
  private let url: URL
  private let parameters: [(name: String, value: String)]

  /// Parses a URL.
  ///
  /// - Throws: ``OAuthError`` with code `invalidCallback`.
  init(_ url: URL) throws {
    self.url = url
    if let fragment = url.fragment(percentEncoded: true), fragment.contains("access_token=") {
      throw Self.invalid("It carries a token in its fragment, as in the implicit flow, which is not supported.")
    }
    parameters = PercentEncoding.decodeQuery(url.query(percentEncoded: true) ?? "")
    guard let state = try Self.single("state", in: parameters) else {
      throw Self.invalid("It has no `state` parameter.")
    }
    self.state = state
    switch (try Self.single("code", in: parameters), try Self.single("error", in: parameters)) {
    case (let code?, nil): response = .code(code)
    case (nil, let error?): response = .failure(Self.failure(error))
    case (nil, nil): throw Self.invalid("It has neither a `code` nor an `error` parameter.")
    case (.some, .some): throw Self.invalid("It has both a `code` and an `error` parameter.")
    }
  }

  /// Returns whether the URL is the redirect URI, with the URI's own query parameters and any others.
  func matches(redirectURI: String) -> Bool {
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
    guard values.count <= 1 else { throw invalid("It has more than one `\(name)` parameter.") }
    return values.first.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func invalid(_ reason: String) -> OAuthError {
    OAuthError(.invalidCallback, message: "The callback URL is not an authorization response. \(reason)")
  }

  /// `error_description` is dropped: anyone can write text into a URL.
  private static func failure(_ error: String) -> OAuthError {
    let (code, message): (OAuthError.Code, String) =
      switch error {
      case "access_denied":
        (.accessDenied, "The account was not connected: its owner denied access.")
      case "invalid_scope":
        (
          .invalidScope,
          "The account was not connected: a requested scope does not exist or is not allowed for this app. Correct the scopes."
        )
      case "server_error", "temporarily_unavailable":
        (
          .temporarilyUnavailable,
          "The account was not connected: the authorization server is unavailable. Start again later."
        )
      case "unauthorized_client":
        (
          .invalidClient,
          "The account was not connected: the app may not use this flow. Check its settings in the developer portal."
        )
      default:
        (.refused, "The account was not connected: the authorization server refused the request.")
      }
    return OAuthError(code, message: message, oauthError: TokenFault.isPlain(error) ? error : nil)
  }
}
