public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A token that an API call carries in its `Authorization` header.
///
/// Printing one shows when it expires and what it is for, never its value.
public struct AccessToken: Sendable, Hashable {
  /// The token itself: a secret.
  public let value: String
  /// When it expires; `nil` when that is not known.
  public let expiresAt: Date?
  /// What it may be used for; `nil` when that is not known, and then no call is held back for lack of a scope.
  public let scopes: Set<OAuthScope>?

  /// Makes a token. What is not given stays unknown.
  ///
  /// - Parameters:
  ///   - value: The token itself.
  ///   - expiresAt: When it expires.
  ///   - scopes: What it may be used for.
  public init(_ value: String, expiresAt: Date? = nil, scopes: Set<OAuthScope>? = nil) {
    self.value = value
    self.expiresAt = expiresAt
    self.scopes = scopes
  }

  /// Makes a token and reads expiry and scopes from it, if it is a JWT that names them; else they stay unknown.
  ///
  /// For a token that comes alone, as from an environment variable. Nothing is verified: see ``AccessTokenClaims``.
  ///
  /// - Parameter value: The token itself.
  public init(jwt value: String) {
    let claims = AccessTokenClaims(token: value)
    self.init(value, expiresAt: claims?.expiresAt, scopes: claims?.scopes)
  }
}

extension AccessToken: Redacting {
  /// Expiry and scopes, without the token.
  public var description: String {
    let expiry = expiresAt.map { "\($0)" } ?? "unknown"
    return "AccessToken(<redacted>, expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
