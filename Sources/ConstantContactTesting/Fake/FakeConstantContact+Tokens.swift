internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// Codes and tokens for tests.
extension FakeConstantContact {
  /// Gives out tokens without a flow. A refresh token comes along when `offline_access` is among the scopes.
  public func issueTokens(scopes: Set<String> = ["contact_data", "offline_access"]) -> IssuedTokens {
    let refresh = scopes.contains("offline_access") ? addRefreshToken(scopes, family: vault.makeFamily()) : nil
    return IssuedTokens(accessToken: addAccessToken(scopes), refreshToken: refresh)
  }

  /// Gives out an authorization code, as if somebody had agreed in the browser. It works once, for five minutes.
  ///
  /// - Parameters:
  ///   - scopes: What was agreed to.
  ///   - redirectURI: Where the browser was sent; the token request has to repeat it.
  ///   - codeChallenge: The S256 challenge of PKCE, if there was one; the token request then has to bring its verifier.
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

  /// Takes a token of the caller's choice from now on.
  ///
  /// - Parameters:
  ///   - token: The token.
  ///   - scopes: What it allows.
  ///   - lifetime: How long it lives; as long as others unless given.
  public func acceptAccessToken(
    _ token: String,
    scopes: Set<String> = ["contact_data"],
    lifetime: Duration? = nil
  ) {
    let seconds = (lifetime ?? configuration.accessTokenLifetime) / .seconds(1)
    vault.add(access: token, scopes: scopes, expiresAt: time.now.addingTimeInterval(seconds))
  }

  /// Takes a refresh token of the caller's choice from now on. In the rotating mode it works once.
  public func acceptRefreshToken(_ token: String, scopes: Set<String> = ["contact_data", "offline_access"]) {
    vault.add(refresh: token, scopes: scopes, family: vault.makeFamily(), now: time.now)
  }

  /// Ends all access tokens given out so far, as if their time were over. Refresh tokens stay good.
  public func expireAccessTokens() { vault.expireAccess(now: time.now) }

  /// Ends all access and refresh tokens given out so far, as if the owner had taken the permission back.
  public func revokeTokens() { vault.revokeAll() }

  /// What has happened to refresh tokens, oldest first.
  public var tokenRecords: [TokenRecord] { vault.records }

  /// Whether a refresh token is the last one of its series that was given out.
  public func isNewest(refreshToken: String) -> Bool { vault.isNewest(refresh: refreshToken) }

  /// Whether a refresh token would be taken now.
  public func isUsable(refreshToken: String) -> Bool { vault.isUsable(refresh: refreshToken, now: time.now) }
}
