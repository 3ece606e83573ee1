#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the token endpoint answers with when all is well. Only the access token has to be there.
struct TokenResponse: Decodable {
  /// Vendor tokens live 24 hours; what the server's reply leaves out is taken to mean that.
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

  /// Says nothing of the text it refused.
  struct Malformed: Error {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let token = try container.decode(String.self, forKey: .accessToken)
    // What cannot stand in a header field would only fail later, and less clearly.
    guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw Malformed() }
    if let type = try? container.decodeIfPresent(String.self, forKey: .tokenType), type.lowercased() != "bearer" {
      throw Malformed()
    }
    accessToken = token
    let renewal = try? container.decodeIfPresent(String.self, forKey: .refreshToken)
    refreshToken = renewal.flatMap { $0.isEmpty ? nil : $0 }
    // Seconds. The vendor's schema calls it a Unix timestamp: nothing that large is believed.
    let seconds = try container.decodeIfPresent(LenientNumber.self, forKey: .expiresIn)?.value
    lifetime = seconds.flatMap { (1...31_536_000).contains($0) ? $0 : nil } ?? Self.defaultLifetime
    let named = (AccessTokenClaims(token: token)?.scopes ?? [])
      .union(try container.decodeIfPresent(ScopeList.self, forKey: .scope)?.scopes ?? [])
    scopes = named.isEmpty ? nil : named
  }
}
