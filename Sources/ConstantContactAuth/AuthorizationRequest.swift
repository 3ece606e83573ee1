public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A request for consent: what the browser is to open, and what is needed when it comes back.
///
/// It can be encoded and kept while the browser is away, also over a relaunch: ``AuthorizationFlow`` takes it up again. What is
/// encoded holds the PKCE verifier: keep it where the user's session is kept, not in the browser.
public struct AuthorizationRequest: Codable, Sendable, Hashable {
  /// How long an answer is waited for: 1 hour.
  public static let lifetime: Duration = .seconds(3_600)

  /// The page where the account's owner agrees, for a browser.
  public let url: URL
  /// Where the browser is sent afterwards, byte for byte as registered.
  public let redirectURI: String
  /// What is asked for.
  public let scopes: Set<OAuthScope>
  /// When it was made.
  public let createdAt: Date
  /// What ties the answer to this request. It comes back unchanged, and is good once.
  public let state: String

  let codeVerifier: String

  init(client: OAuthClient, redirectURI: String, scopes: Set<OAuthScope>, promptsLogin: Bool, createdAt: Date) throws {
    let (proof, state) = (PKCE.random(), PKCE.randomText())
    var items = [
      ("response_type", "code"), ("client_id", client.clientID), ("redirect_uri", redirectURI),
      ("scope", scopes.sortedText), ("state", state), ("code_challenge", proof.challenge),
      ("code_challenge_method", "S256"),
    ]
    if promptsLogin { items.append(("prompt", "login")) }
    let page = client.authorizeURL.absoluteString
    let text = page + (page.contains("?") ? "&" : "?") + PercentEncoding.query(items.map { (name: $0.0, value: $0.1) })
    guard let url = URL(string: text) else {
      throw OAuthError(.invalidConfiguration, message: "the address of the authorization page is no URL")
    }
    self.url = url
    self.redirectURI = redirectURI
    self.scopes = scopes
    self.createdAt = createdAt
    self.state = state
    codeVerifier = proof.verifier
  }

  private enum CodingKeys: String, CodingKey {
    case url
    case redirectURI = "redirect_uri"
    case scopes = "scope"
    case createdAt = "created_at"
    case state
    case codeVerifier = "code_verifier"
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    url = try container.decode(URL.self, forKey: .url)
    redirectURI = try container.decode(String.self, forKey: .redirectURI)
    scopes = Set(scopeText: try container.decode(String.self, forKey: .scopes)) ?? []
    createdAt = Date(timeIntervalSince1970: try container.decode(Double.self, forKey: .createdAt))
    state = try container.decode(String.self, forKey: .state)
    codeVerifier = try container.decode(String.self, forKey: .codeVerifier)
  }

  /// Writes everything, the verifier too; dates in seconds since 1970, whatever the encoder's own ideas of dates are.
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
    let age = date.timeIntervalSince(createdAt)
    return age >= Self.lifetime / .seconds(1)
  }
}

extension AuthorizationRequest: Redacting {
  /// The scopes, without the address, the state and the verifier.
  public var description: String { "AuthorizationRequest(scopes: \(scopes.sortedText))" }
}
