public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An access token, which API calls send in their `Authorization` header.
///
/// Its description contains expiry and scopes, never the token's value.
public struct AccessToken: Sendable, Hashable {
  /// The token: a secret.
  public let value: String
  /// The date at which the token expires, or `nil` if unknown.
  public let expiresAt: Date?
  /// The scopes of the token, or `nil` if unknown. No call is refused for a missing scope then.
  public let scopes: Set<OAuthScope>?

  /// Creates a token.
  ///
  /// - Parameters:
  ///   - value: The token.
  ///   - expiresAt: The date at which it expires, if known.
  ///   - scopes: Its scopes, if known.
  public init(_ value: String, expiresAt: Date? = nil, scopes: Set<OAuthScope>? = nil) {
    self.value = value
    self.expiresAt = expiresAt
    self.scopes = scopes
  }

  /// Creates a token, and reads expiry and scopes from it if it is a JWT that contains them.
  ///
  /// Use this for a token that comes without a token response, for instance from an environment variable. The signature
  /// is not verified; see ``AccessTokenClaims``.
  ///
  /// - Parameter value: The token.
  public init(jwt value: String) {
    let claims = AccessTokenClaims(token: value)
    self.init(value, expiresAt: claims?.expiresAt, scopes: claims?.scopes)
  }
}

extension AccessToken: Redacting {
  /// The expiry and the scopes, without the token.
  public var description: String {
    let expiry = expiresAt?.limitedText ?? "unknown"
    return "AccessToken(<redacted>, expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
