internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Codes and tokens without an OAuth flow.
extension FakeConstantContact {
  /// Issues tokens without an OAuth flow, a refresh token among them when `offline_access` is in the scopes.
  public func issueTokens(scopes: Set<String> = ["contact_data", "offline_access"]) -> IssuedTokens {
    let refresh = scopes.contains("offline_access") ? addRefreshToken(scopes, family: vault.makeFamily()) : nil
    return IssuedTokens(accessToken: addAccessToken(scopes), refreshToken: refresh)
  }

  /// Issues an authorization code as if the owner had agreed in a browser. It works once, for five minutes.
  ///
  /// - Parameters:
  ///   - scopes: The granted scopes.
  ///   - redirectURI: The redirect URI, which the token request must repeat.
  ///   - codeChallenge: The S256 challenge of PKCE, whose verifier the token request must then contain.
  public func issueAuthorizationCode(
    scopes: Set<String> = ["contact_data", "offline_access"],
    redirectURI: String,
    codeChallenge: String? = nil
  ) -> String {
    let code = generator.token(length: 43)
    vault.add(
      code: code,
      TokenVault.Code(
        scopes: scopes,
        redirectURI: redirectURI,
        challenge: codeChallenge,
        expiresAt: time.now.addingTimeInterval(300)
      )
    )
    return code
  }

  /// Makes a string a valid access token.
  ///
  /// - Parameters:
  ///   - token: The token.
  ///   - scopes: Its scopes.
  ///   - lifetime: Its lifetime; ``Configuration/accessTokenLifetime`` by default.
  public func acceptAccessToken(
    _ token: String,
    scopes: Set<String> = ["contact_data"],
    lifetime: Duration? = nil
  ) {
    let seconds = (lifetime ?? configuration.accessTokenLifetime) / .seconds(1)
    vault.add(access: token, scopes: scopes, expiresAt: time.now.addingTimeInterval(seconds))
  }

  /// Makes a string a valid refresh token. In the rotating mode it works once.
  public func acceptRefreshToken(_ token: String, scopes: Set<String> = ["contact_data", "offline_access"]) {
    vault.add(refresh: token, scopes: scopes, family: vault.makeFamily(), now: time.now)
  }

  /// Expires all access tokens issued so far. Refresh tokens stay valid.
  public func expireAccessTokens() { vault.expireAccess(now: time.now) }

  /// Revokes all access and refresh tokens issued so far, as if the owner had disconnected the app.
  public func revokeTokens() { vault.revokeAll() }

  /// The events of refresh tokens, oldest first.
  public var tokenRecords: [TokenRecord] { vault.records }

  /// Returns whether a refresh token is the last issued one of its series.
  public func isNewest(refreshToken: String) -> Bool { vault.isNewest(refresh: refreshToken) }

  /// Returns whether a refresh token would be accepted now.
  public func isUsable(refreshToken: String) -> Bool { vault.isUsable(refresh: refreshToken, now: time.now) }
}
