public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An app as the vendor's developer portal knows it, and the addresses where it gets its tokens.
///
/// With a secret it is a confidential client; without one, a public client that uses PKCE.
///
/// From the vendor's pages "OAuth2 server flow" and "PKCE flow" (`api_guide/server_flow.html`, `pkce_flow.html`).
public struct OAuthClient: Sendable, Hashable {
  /// The vendor's authorization server, `https://authz.constantcontact.com/oauth2/default/v1`.
  public static let defaultBaseURL: URL = {
    // Safe to unwrap: the literal is a valid URL.
    URL(string: "https://authz.constantcontact.com/oauth2/default/v1")!
  }()

  /// What the token endpoint is told about the software, unless it is changed. The host refuses (403) what looks like a
  /// script's default.
  public static let defaultUserAgent = "ConstantContactKit/0.1"

  /// The client id: the app's API key.
  public var clientID: String
  /// The client secret; `nil` for a public client.
  public var clientSecret: String?
  /// Where the browser is sent after consent: byte for byte as registered. `nil` when no code is ever exchanged.
  public var redirectURI: String?
  /// Where tokens come from.
  public var tokenURL: URL
  /// Where the account's owner gives consent.
  public var authorizeURL: URL
  /// Where a machine without a browser begins.
  public var deviceAuthorizationURL: URL
  /// The `User-Agent` field of token requests.
  public var userAgent: String

  /// Whether the client stands for itself and asks for a token by id and secret alone, as a partner does.
  var usesClientCredentials = false

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - clientID: The app's API key.
  ///   - clientSecret: Its secret; `nil`, the default, for a public client.
  ///   - redirectURI: Where the browser is sent after consent.
  ///   - baseURL: The authorization server's address, to which `token`, `authorize` and
  ///     `device/authorize` are added.
  ///   - userAgent: The `User-Agent` field of token requests.
  public init(
    clientID: String,
    clientSecret: String? = nil,
    redirectURI: String? = nil,
    baseURL: URL = OAuthClient.defaultBaseURL,
    userAgent: String = OAuthClient.defaultUserAgent
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectURI = redirectURI
    self.userAgent = userAgent
    tokenURL = baseURL.appending(path: "token")
    authorizeURL = baseURL.appending(path: "authorize")
    deviceAuthorizationURL = baseURL.appending(path: "device/authorize")
  }
}

extension OAuthClient: Redacting {
  /// The kind of client and the token host, without id and secret.
  public var description: String {
    "OAuthClient(\(clientSecret == nil ? "public" : "confidential"), \(tokenURL.host() ?? "no host"))"
  }
}
