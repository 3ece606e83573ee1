/// Provides one fixed access token, for scripts and tests. It cannot refresh: access tokens expire after 24 hours.
public struct StaticTokenProvider: AccessTokenProvider {
  private let token: AccessToken

  /// Creates a provider of one token.
  ///
  /// - Parameter token: The token. ``AccessToken/init(jwt:)`` reads its expiry and scopes.
  public init(_ token: AccessToken) { self.token = token }

  /// Returns the fixed token.
  ///
  /// - Throws: ``OAuthError`` with code `reconnectRequired` when the API has rejected this token.
  public func accessToken(replacing rejected: AccessToken?) async throws -> AccessToken {
    guard rejected?.value != token.value else {
      throw OAuthError(
        .reconnectRequired,
        message: "The API rejected the access token, which cannot be refreshed. Start again with a new token."
      )
    }
    return token
  }
}
