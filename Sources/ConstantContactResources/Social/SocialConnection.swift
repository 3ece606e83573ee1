internal import ConstantContactCore

/// A connection of the account to a social network.
public struct SocialConnection: Sendable, Hashable, Decodable {
  /// How a connection stands. Property `connection_status`.
  public struct Status: Sendable, Hashable, Decodable {
    /// Whether there is a token for the network.
    public let hasToken: Bool?
    /// Whether that token works.
    public let isTokenValid: Bool?
    /// Whether it allows all that posting needs.
    public let tokenHasScopes: Bool?
    /// Whether any profile of this account is connected.
    public let isActiveUser: Bool?
    /// Whether the network is holding the account or the vendor back for now.
    public let isRateLimited: Bool?
    /// The network's answer, mostly only beside an ``error``.
    public let status: Int?
    /// What went wrong.
    public let error: String?

    enum CodingKeys: String, CodingKey {
      case hasToken = "has_token"
      case isTokenValid = "token_is_valid"
      case tokenHasScopes = "token_has_scopes"
      case isActiveUser = "is_active_user"
      case isRateLimited = "rate_limited"
      case status, error
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      hasToken = container[.hasToken]
      isTokenValid = container[.isTokenValid]
      tokenHasScopes = container[.tokenHasScopes]
      isActiveUser = container[.isActiveUser]
      isRateLimited = container[.isRateLimited]
      status = container[.status]
      error = container[.error]
    }
  }

  /// Who is connected.
  public let account: SocialAccount?
  /// How the connection stands.
  public let status: Status?

  enum CodingKeys: String, CodingKey {
    case account = "account_info"
    case status = "connection_status"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    account = container[.account]
    status = container[.status]
  }
}
