public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What an account's owner granted: an access token, the refresh token that renews it, and which pair of a series
/// the two are.
///
/// Printing it shows neither token. Encoding it does write them: that is what a ``TokenStore`` is for.
public struct Credentials: Sendable, Hashable, Codable {
  /// The access token: a secret.
  public var accessToken: String
  /// The refresh token, a secret; `nil` when the grant came without `offline_access`.
  ///
  /// With rotating refresh tokens (the vendor's advice) each is good for one use, and lives 180 days.
  public var refreshToken: String?
  /// When the access token expires; `nil` when not known, and then it is used until the API refuses it.
  public var expiresAt: Date?
  /// What it may be used for; `nil` when not known.
  public var scopes: Set<Scope>?
  /// Rises with every new pair, so that two who share a store can tell which is newer.
  ///
  /// A new grant begins at the seconds since 1970, hence is newer than whatever an emptied store held before.
  public var generation: Int

  /// Makes credentials.
  ///
  /// - Parameters:
  ///   - accessToken: The access token.
  ///   - refreshToken: The refresh token; an empty one counts as none.
  ///   - expiresAt: When the access token expires, if known.
  ///   - scopes: What it may be used for, if known.
  ///   - generation: Which pair of the series it is; 0 by default.
  public init(
    accessToken: String,
    refreshToken: String? = nil,
    expiresAt: Date? = nil,
    scopes: Set<Scope>? = nil,
    generation: Int = 0
  ) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken.flatMap { $0.isEmpty ? nil : $0 }
    self.expiresAt = expiresAt
    self.scopes = scopes
    self.generation = generation
  }

  /// The access token as API calls use it.
  public var token: AccessToken { AccessToken(accessToken, expiresAt: expiresAt, scopes: scopes) }

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresAt = "expires_at"
    case scopes = "scope"
    case generation
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      accessToken: try container.decode(String.self, forKey: .accessToken),
      refreshToken: try container.decodeIfPresent(String.self, forKey: .refreshToken),
      expiresAt: try container.decodeIfPresent(Double.self, forKey: .expiresAt).map(Date.init(timeIntervalSince1970:)),
      scopes: try container.decodeIfPresent(String.self, forKey: .scopes).flatMap(Set.init(scopeText:)),
      generation: try container.decodeIfPresent(Int.self, forKey: .generation) ?? 0
    )
  }

  /// Writes both tokens in the clear, the expiry in seconds since 1970 and the scopes as one text, whatever the
  /// encoder's own ideas of dates are.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(accessToken, forKey: .accessToken)
    try container.encodeIfPresent(refreshToken, forKey: .refreshToken)
    try container.encodeIfPresent(expiresAt?.timeIntervalSince1970, forKey: .expiresAt)
    try container.encodeIfPresent(scopes?.sortedText, forKey: .scopes)
    try container.encode(generation, forKey: .generation)
  }
}

extension Credentials: Redacting {
  /// Generation, expiry and scopes, without the tokens.
  public var description: String {
    let expiry = expiresAt.map { "\($0)" } ?? "unknown"
    let renewal = refreshToken == nil ? "none" : "<redacted>"
    return "Credentials(generation: \(generation), accessToken: <redacted>, refreshToken: \(renewal), "
      + "expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
