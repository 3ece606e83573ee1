public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A request for access to an account: the URL for the browser, and the data that finishes the request.
///
/// Keep it in the browser's session until the browser returns, also across restarts: it is `Codable`. The encoded form
/// contains the PKCE verifier, so keep it on the server or in the app, not in the browser.
public struct AuthorizationRequest: Codable, Sendable, Hashable {
  /// The time within which the request has to be finished: 1 hour.
  public static let lifetime: Duration = .seconds(3_600)

  /// The page on which the account's owner grants access.
  public let url: URL
  /// The URI that the browser is redirected to, byte for byte as registered.
  public let redirectURI: String
  /// The requested scopes.
  public let scopes: Set<OAuthScope>
  /// The date at which the request was created.
  public let createdAt: Date
  /// The random value that identifies the response. It can be used once.
  public let state: String

  let codeVerifier: String

  init(client: OAuthClient, redirectURI: String, scopes: Set<OAuthScope>, promptsLogin: Bool, createdAt: Date) throws {
    let (pkce, state) = (PKCE.random(), PKCE.randomText())
    var items = [
      ("response_type", "code"), ("client_id", client.clientID), ("redirect_uri", redirectURI),
      ("scope", scopes.sortedText), ("state", state), ("code_challenge", pkce.challenge),
      ("code_challenge_method", "S256"),
    ]
    if promptsLogin { items.append(("prompt", "login")) }
    let page = client.authorizeURL.absoluteString
    let text = page + (page.contains("?") ? "&" : "?") + PercentEncoding.query(items.map { (name: $0.0, value: $0.1) })
    guard let url = URL(string: text) else {
      throw OAuthError(
        .invalidConfiguration, message: "The account cannot be connected: the client's authorization URL is not valid.")
    }
    self.url = url
    self.redirectURI = redirectURI
    self.scopes = scopes
    self.createdAt = createdAt
    self.state = state
    codeVerifier = pkce.verifier
  }

  private enum CodingKeys: String, CodingKey {
    case url
    case redirectURI = "redirect_uri"
    case scopes = "scope"
    case createdAt = "created_at"
    case state
    case codeVerifier = "code_verifier"
  }

  /// Decodes a request that `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    url = try container.decode(URL.self, forKey: .url)
    redirectURI = try container.decode(String.self, forKey: .redirectURI)
    scopes = Set(scopeText: try container.decode(String.self, forKey: .scopes)) ?? []
    createdAt = Date(timeIntervalSince1970: try container.decode(Double.self, forKey: .createdAt))
    state = try container.decode(String.self, forKey: .state)
    codeVerifier = try container.decode(String.self, forKey: .codeVerifier)
  }

  /// Encodes the request with its PKCE verifier. Dates are seconds since 1970, whatever the encoder's strategy.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(url, forKey: .url)
    try container.encode(redirectURI, forKey: .redirectURI)
    try container.encode(scopes.sortedText, forKey: .scopes)
    try container.encode(createdAt.timeIntervalSince1970, forKey: .createdAt)
    try container.encode(state, forKey: .state)
    try container.encode(codeVerifier, forKey: .codeVerifier)
  }

  func isExpired(at date: Date) -> Bool {
    // Negated, so that NaN counts as expired. A request from the future is an error of a clock or of the data.
    !(abs(date.timeIntervalSince(createdAt)) < Self.lifetime / .seconds(1))
  }
}

extension AuthorizationRequest: Redacting {
  /// The scopes, without the URL, the state and the verifier.
  public var description: String { "AuthorizationRequest(scopes: \(scopes.sortedText))" }
}
