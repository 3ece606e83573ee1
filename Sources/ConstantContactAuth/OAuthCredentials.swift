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
public struct OAuthCredentials: Sendable, Hashable, Codable {
  /// The access token: a secret.
  public var accessToken: String
  /// The refresh token, a secret; `nil` when the grant came without `offline_access`.
  ///
  /// With rotating refresh tokens (the vendor's advice) each is good for one use, and lives 180 days.
  public var refreshToken: String?
  /// When the access token expires; `nil` when not known, and then it is used until the API refuses it.
  public var expiresAt: Date?
  /// What it may be used for; `nil` when not known.
  public var scopes: Set<OAuthScope>?
  /// Rises with every new pair, so that two who share a store can tell which is newer.
  ///
  /// A new grant begins at the seconds since 1970, hence is newer than whatever an emptied store held before.
  public var generation: Int
  /// When the pair was received, by our clock; `nil` when not known, as for a pair that came from elsewhere.
  public var issuedAt: Date?
  /// When a refresh with this pair was begun whose answer has not been recorded; `nil` when there is none.
  ///
  /// ``TokenSource`` saves it before it sends the refresh, and takes it away with the answer. Whoever finds it while
  /// nobody is at a refresh knows that a process died, or that a connection broke, before the answer was saved: the
  /// server may have put another refresh token in this one's place.
  public var refreshStartedAt: Date?

  /// How long the vendor keeps a refresh token that nobody uses: 180 days, rotating or not.
  public static let idleLifetime: Duration = .seconds(180 * 86_400)

  /// When the refresh token lapses if it is not used before; `nil` when there is none, or its age is not known.
  public var lapsesAt: Date? {
    guard refreshToken != nil else { return nil }
    return issuedAt?.addingTimeInterval(Self.idleLifetime / .seconds(1))
  }

  /// Makes credentials.
  ///
  /// - Parameters:
  ///   - accessToken: The access token.
  ///   - refreshToken: The refresh token; an empty one counts as none.
  ///   - expiresAt: When the access token expires, if known.
  ///   - scopes: What it may be used for, if known.
  ///   - generation: Which pair of the series it is; 0 by default.
  ///   - issuedAt: When it was received, if known.
  ///   - refreshStartedAt: When a refresh was begun that has not been answered; `nil`, the default, for none.
  public init(
    accessToken: String,
    refreshToken: String? = nil,
    expiresAt: Date? = nil,
    scopes: Set<OAuthScope>? = nil,
    generation: Int = 0,
    issuedAt: Date? = nil,
    refreshStartedAt: Date? = nil
  ) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken.flatMap { $0.isEmpty ? nil : $0 }
    self.expiresAt = expiresAt
    self.scopes = scopes
    self.generation = generation
    self.issuedAt = issuedAt
    self.refreshStartedAt = refreshStartedAt
  }

  /// The access token as API calls use it.
  public var token: AccessToken { AccessToken(accessToken, expiresAt: expiresAt, scopes: scopes) }

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case refreshToken = "refresh_token"
    case expiresAt = "expires_at"
    case scopes = "scope"
    case generation
    case issuedAt = "issued_at"
    case refreshStartedAt = "refresh_started_at"
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func date(_ key: CodingKeys) throws -> Date? {
      try container.decodeIfPresent(Double.self, forKey: key).map(Date.init(timeIntervalSince1970:))
    }
    self.init(
      accessToken: try container.decode(String.self, forKey: .accessToken),
      refreshToken: try container.decodeIfPresent(String.self, forKey: .refreshToken),
      expiresAt: try date(.expiresAt),
      scopes: try container.decodeIfPresent(String.self, forKey: .scopes).flatMap(Set.init(scopeText:)),
      generation: try container.decodeIfPresent(Int.self, forKey: .generation) ?? 0,
      issuedAt: try date(.issuedAt),
      refreshStartedAt: try date(.refreshStartedAt)
    )
  }

  /// Writes both tokens in the clear, dates in seconds since 1970 and the scopes as one text, whatever the
  /// encoder's own ideas of dates are.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(accessToken, forKey: .accessToken)
    try container.encodeIfPresent(refreshToken, forKey: .refreshToken)
    try container.encodeIfPresent(expiresAt?.timeIntervalSince1970, forKey: .expiresAt)
    try container.encodeIfPresent(scopes?.sortedText, forKey: .scopes)
    try container.encode(generation, forKey: .generation)
    try container.encodeIfPresent(issuedAt?.timeIntervalSince1970, forKey: .issuedAt)
    try container.encodeIfPresent(refreshStartedAt?.timeIntervalSince1970, forKey: .refreshStartedAt)
  }
}

extension OAuthCredentials: Redacting {
  /// Generation, expiry and scopes, without the tokens.
  public var description: String {
    let expiry = expiresAt.map { "\($0)" } ?? "unknown"
    let renewal = refreshToken == nil ? "none" : "<redacted>"
    return "Credentials(generation: \(generation), accessToken: <redacted>, refreshToken: \(renewal), "
      + "expires: \(expiry), scopes: \(scopes?.sortedText ?? "unknown"))"
  }
}
