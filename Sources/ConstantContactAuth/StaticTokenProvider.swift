/// Serves one fixed token, for scripts and tests. It cannot be refreshed: vendor tokens last 24 hours.
public struct StaticTokenProvider: AccessTokenProvider {
  private let token: AccessToken

  /// Makes a provider of one token.
  ///
  /// - Parameter token: The token; ``AccessToken/init(jwt:)`` fills in its expiry and scopes.
  public init(_ token: AccessToken) { self.token = token }

  /// The fixed token.
  ///
  /// - Throws: ``OAuthError`` with code `reconnectRequired` when this very token was refused.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    guard rejected?.value != token.value else {
      throw OAuthError(
        .reconnectRequired,
        message: "the access token was refused and cannot be refreshed: get a new one and start again"
      )
    }
    return token
  }
}
