public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The claims of an access token, read from its JWT payload **without verifying the signature**.
///
/// Use them to fail early, for instance when a scope is missing. They prove nothing: only the API decides whether a
/// token is valid. Constant Contact requires integrators to compare ``clientID`` with the app's API key and to check that
/// ``platformUserID`` is present and ``expiresAt`` is not over.
///
/// See <https://developer.constantcontact.com/api_guide/server_flow.html>.
public struct AccessTokenClaims: Sendable, Hashable {
  /// The date at which the token expires, by the server's clock (`exp`).
  public let expiresAt: Date?
  /// The scopes of the token (`scp` and `scope`, each an array or a string), or `nil` when it names none.
  public let scopes: Set<OAuthScope>?
  /// The login name of the account's user (`sub`), usually an email address: personal data.
  public let subject: String?
  /// The ID of the account's user (`platform_user_id`).
  public let platformUserID: String?
  /// The client ID of the app that the token was issued to (`cid`).
  public let clientID: String?

  /// Reads the claims of a token, or returns `nil` when the token is not a JWT.
  ///
  /// - Parameter token: The token: three base64url parts, separated by periods.
  public init?(token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Base64URL.decode(parts[1]),
      let claims = (try? JSONGuard.decode(Payload.self, from: Data(payload)))
    else { return nil }
    expiresAt = claims.exp?.value.flatMap(Date.init(limitedSecondsSince1970:))
    let named = (claims.scp?.scopes ?? []).union(claims.scope?.scopes ?? [])
    scopes = named.isEmpty ? nil : named
    subject = claims.sub?.value
    platformUserID = claims.platformUserID?.value
    clientID = claims.cid?.value
  }

  private struct Payload: Decodable {
    let exp: LenientNumber?
    let scp: ScopeList?
    let scope: ScopeList?
    let sub: LenientString?
    let platformUserID: LenientString?
    let cid: LenientString?

    enum CodingKeys: String, CodingKey {
      case exp, scp, scope, sub, cid
      case platformUserID = "platform_user_id"
    }
  }
}

extension AccessTokenClaims: Redacting {
  /// The expiry and the scopes, without the IDs and the login name.
  public var description: String {
    let expiry = expiresAt?.limitedText ?? "unknown"
    return "AccessTokenClaims(expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
