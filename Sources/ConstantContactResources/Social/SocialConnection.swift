public import ConstantContactCore

/// A connection of the account to a social network.
public struct SocialConnection: APIModel {
  /// How a connection stands. Property `connection_status`.
  public struct Status: APIModel {
    /// Whether there is a token for the network.
    public var hasToken: Bool?
    /// Whether that token works.
    public var isTokenValid: Bool?
    /// Whether it allows all that posting needs.
    public var tokenHasScopes: Bool?
    /// Whether any profile of this account is connected.
    public var isActiveUser: Bool?
    /// Whether the network is holding the account or the vendor back for now.
    public var isRateLimited: Bool?
    /// The network's answer, mostly only beside an ``error``.
    public var status: Int?
    /// What went wrong.
    public var error: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("has_token", &hasToken)
      mapper.map("token_is_valid", &isTokenValid)
      mapper.map("token_has_scopes", &tokenHasScopes)
      mapper.map("is_active_user", &isActiveUser)
      mapper.map("rate_limited", &isRateLimited)
      mapper.map("status", &status)
      mapper.map("error", &error)
    }
  }

  /// Who is connected.
  public var account: SocialAccount?
  /// How the connection stands.
  public var status: Status?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("account_info", &account)
    mapper.map("connection_status", &status)
  }
}
