internal import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What an access token says about itself, read from its JWT payload **without verifying the signature**.
///
/// It serves to fail early when a scope is missing. It proves nothing: only the API decides what a token is worth.
public struct AccessTokenClaims: Sendable, Hashable {
  /// When the token expires, by the server's clock (`exp`); `nil` when it does not say.
  public let expiresAt: Date?
  /// The scopes it names (`scp` and `scope`, each a list or a text); `nil` when it names none.
  public let scopes: Set<OAuthScope>?

  /// Reads a token; `nil` when it is not a JWT.
  ///
  /// - Parameter token: The token: three base64url parts between dots.
  public init?(token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Base64URL.decode(parts[1]),
      let claims = try? JSONGuard.decode(Payload.self, from: Data(payload))
    else { return nil }
    expiresAt = claims.exp?.value.map { Date(timeIntervalSince1970: $0) }
    let named = (claims.scp?.scopes ?? []).union(claims.scope?.scopes ?? [])
    scopes = named.isEmpty ? nil : named
  }

  private struct Payload: Decodable {
    let exp: LenientNumber?
    let scp: ScopeList?
    let scope: ScopeList?
  }
}
