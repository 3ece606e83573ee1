public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An app of Constant Contact's developer portal, and the endpoints that issue its tokens.
///
/// With a secret it is a confidential client; without one, a public client that uses PKCE.
///
/// See <https://developer.constantcontact.com/api_guide/server_flow.html> and
/// <https://developer.constantcontact.com/api_guide/pkce_flow.html>.
public struct OAuthClient: Sendable, Hashable {
  /// The authorization server of Constant Contact, `https://authz.constantcontact.com/oauth2/default/v1`.
  public static let defaultBaseURL: URL = {
    // Safe to unwrap: the literal is a valid URL.
    URL(string: "https://authz.constantcontact.com/oauth2/default/v1")!
  }()

  /// The default `User-Agent` of token requests. The server rejects the defaults of some HTTP libraries with status 403.
  public static let defaultUserAgent = "ConstantContactKit/0.1"

  /// The client ID: the app's API key.
  public var clientID: String
  /// The client secret, or `nil` for a public client.
  public var clientSecret: String?
  /// The URI that the browser is redirected to, byte for byte as registered.
  ///
  /// It is `nil` if the app does not use the authorization code flow.
  public var redirectURI: String?
  /// The token endpoint.
  public var tokenURL: URL
  /// The page on which the account's owner grants access.
  public var authorizeURL: URL
  /// The endpoint of the device flow.
  public var deviceAuthorizationURL: URL
  /// The `User-Agent` header of token requests.
  public var userAgent: String

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - clientID: The app's API key.
  ///   - clientSecret: The client secret; `nil`, the default, for a public client.
  ///   - redirectURI: The URI that the browser is redirected to.
  ///   - baseURL: The authorization server's URL, to which `token`, `authorize` and `device/authorize` are appended.
  ///   - userAgent: The `User-Agent` header of token requests.
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
  /// The kind of client and the token endpoint's host, without ID and secret.
  public var description: String {
    "OAuthClient(\(clientSecret == nil ? "public" : "confidential"), \(tokenURL.host() ?? "no host"))"
  }
}
