public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The tokens of one account: an access token and the refresh token that renews it.
///
/// Each refresh gives a new pair with a higher ``generation``. The description contains neither token. The encoded form
/// contains both: keep it in a ``TokenStore``.
public struct OAuthCredentials: Sendable, Hashable, Codable {
  /// The access token: a secret.
  public var accessToken: String
  /// The refresh token: a secret; `nil` when the scope `offline_access` was not granted.
  ///
  /// A rotating refresh token, which Constant Contact recommends, can be used once.
  public var refreshToken: String?
  /// The date at which the access token expires. If it is `nil`, the token is used until the API rejects it.
  public var expiresAt: Date?
  /// The granted scopes, or `nil` if unknown.
  public var scopes: Set<OAuthScope>?
  /// The number of the pair, which rises with each refresh.
  ///
  /// Users of a shared store compare it to find the newer pair.
  /// The first pair of a grant has the seconds since 1970 as its number, and so is newer than pairs of earlier grants.
  public var generation: Int
  /// The date at which the pair was received, by the local clock, or `nil` if unknown.
  public var issuedAt: Date?
  /// The date at which a refresh was sent whose response has not been recorded; `nil` if there is none.
  ///
  /// ``TokenSource`` saves it before it sends a refresh. The pair that the response brings is without it. If it is set
  /// while no refresh is under way, a process ended or a connection failed before the response was recorded, and the
  /// server may have replaced the refresh token.
  public var refreshStartedAt: Date?
  /// The date at which the server rejected the refresh token after a lost response; `nil` if it has not.
  ///
  /// The refresh token is not sent again, by any user of the store: refreshes throw ``OAuthError/Code/responseLost``
  /// until the account is connected again.
  public var responseLostAt: Date?

  /// The time after which Constant Contact expires an unused refresh token: 180 days.
  public static let idleLifetime: Duration = .seconds(180 * 86_400)

  /// The date at which the refresh token expires unless it is used.
  ///
  /// It is `nil` without a refresh token, or if its age is unknown.
  public var refreshTokenExpiresAt: Date? {
    guard refreshToken != nil else { return nil }
    return issuedAt?.addingTimeInterval(Self.idleLifetime / .seconds(1))
  }

  /// Creates credentials.
  ///
  /// - Parameters:
  ///   - accessToken: The access token.
  ///   - refreshToken: The refresh token. An empty one is treated as missing.
  ///   - expiresAt: The date at which the access token expires, if known.
  ///   - scopes: The granted scopes, if known.
  ///   - generation: The number of the pair; 0 by default.
  ///   - issuedAt: The date at which the pair was received, if known.
  ///   - refreshStartedAt: The date of a refresh without a recorded response; `nil`, the default, for none.
  ///   - responseLostAt: The date at which the server rejected the refresh token after a lost response; `nil`, the
  ///     default, if it has not.
  public init(
    accessToken: String,
    refreshToken: String? = nil,
    expiresAt: Date? = nil,
    scopes: Set<OAuthScope>? = nil,
    generation: Int = 0,
    issuedAt: Date? = nil,
    refreshStartedAt: Date? = nil,
    responseLostAt: Date? = nil
  ) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken.flatMap { $0.isEmpty ? nil : $0 }
    self.expiresAt = expiresAt
    self.scopes = scopes
    self.generation = generation
    self.issuedAt = issuedAt
    self.refreshStartedAt = refreshStartedAt
    self.responseLostAt = responseLostAt
  }

  /// The access token with its expiry and scopes.
  public var token: AccessToken { AccessToken(accessToken, expiresAt: expiresAt, scopes: scopes) }

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresAt = "expires_at"
    case scopes = "scope"
    case generation
    case issuedAt = "issued_at"
    case refreshStartedAt = "refresh_started_at"
    case responseLostAt = "response_lost_at"
  }

  /// Decodes credentials that `encode(to:)` wrote.
  ///
  /// Dates outside the years 1970 through 9999 are limited to these.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func date(_ key: CodingKeys) throws -> Date? {
      try container.decodeIfPresent(Double.self, forKey: key).flatMap(Date.init(limitedSecondsSince1970:))
    }
    self.init(
      accessToken: try container.decode(String.self, forKey: .accessToken),
      refreshToken: try container.decodeIfPresent(String.self, forKey: .refreshToken),
      expiresAt: try date(.expiresAt),
      scopes: try container.decodeIfPresent(String.self, forKey: .scopes).flatMap(Set.init(scopeText:)),
      generation: try container.decodeIfPresent(Int.self, forKey: .generation) ?? 0,
      issuedAt: try date(.issuedAt),
      refreshStartedAt: try date(.refreshStartedAt),
      responseLostAt: try date(.responseLostAt)
    )
  }

  /// Encodes both tokens in plain text, dates as seconds since 1970, and the scopes as one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(accessToken, forKey: .accessToken)
    try container.encodeIfPresent(refreshToken, forKey: .refreshToken)
    try container.encodeIfPresent(expiresAt?.timeIntervalSince1970, forKey: .expiresAt)
    try container.encodeIfPresent(scopes?.sortedText, forKey: .scopes)
    try container.encode(generation, forKey: .generation)
    try container.encodeIfPresent(issuedAt?.timeIntervalSince1970, forKey: .issuedAt)
    try container.encodeIfPresent(refreshStartedAt?.timeIntervalSince1970, forKey: .refreshStartedAt)
    try container.encodeIfPresent(responseLostAt?.timeIntervalSince1970, forKey: .responseLostAt)
  }
}

extension OAuthCredentials: Redacting {
  /// The generation, the expiry and the scopes, without the tokens.
  public var description: String {
    let expiry = expiresAt?.limitedText ?? "unknown"
    let refresh = refreshToken == nil ? "none" : "<redacted>"
    return "OAuthCredentials(generation: \(generation), accessToken: <redacted>, refreshToken: \(refresh), "
      + "expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
