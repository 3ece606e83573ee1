#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A successful response of the token endpoint. Only the access token is required.
struct TokenResponse: Decodable {
  /// The lifetime in seconds, if the response does not specify a valid one: 24 hours.
  static let defaultLifetime: Double = 86_400

  let accessToken: String
  let refreshToken: String?
  let lifetime: Double
  let scopes: Set<OAuthScope>?

  private enum CodingKeys: String, CodingKey {
    case accessToken = "access_token"
    case tokenType = "token_type"
    case refreshToken = "refresh_token"
    case expiresIn = "expires_in"
    case scope
  }

  struct Malformed: Error {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let token = try container.decode(String.self, forKey: .accessToken)
    // Other characters cannot be sent in a header, and would fail later and less clearly.
    guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw Malformed() }
    if let type = try? container.decodeIfPresent(String.self, forKey: .tokenType), type.lowercased() != "bearer" {
      throw Malformed()
    }
    accessToken = token
    let refresh = try? container.decodeIfPresent(String.self, forKey: .refreshToken)
    refreshToken = refresh.flatMap { $0.isEmpty ? nil : $0 }
    // Seconds. Constant Contact's schema calls it a Unix timestamp; values that large are treated as missing.
    let seconds = try container.decodeIfPresent(LenientNumber.self, forKey: .expiresIn)?.value
    lifetime = seconds.flatMap { (1...31_536_000).contains($0) ? $0 : nil } ?? Self.defaultLifetime
    let named = (AccessTokenClaims(token: token)?.scopes ?? [])
      .union(try container.decodeIfPresent(ScopeList.self, forKey: .scope)?.scopes ?? [])
    scopes = named.isEmpty ? nil : named
  }
}
