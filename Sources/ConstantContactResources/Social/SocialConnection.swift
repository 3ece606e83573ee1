public import ConstantContactCore

/// A connection of the account to a social network.
public struct SocialConnection: APIModel {
  /// The status of a connection. Field `connection_status`.
  public struct Status: APIModel {
    /// Whether Constant Contact has a token for the network.
    public var hasToken: Bool?
    /// Whether the token is valid.
    public var isTokenValid: Bool?
    /// Whether the token has the scopes that posting needs.
    public var tokenHasScopes: Bool?
    /// Whether any profile of the account is connected.
    public var isActiveUser: Bool?
    /// Whether the network's rate limit is exceeded.
    public var isRateLimited: Bool?
    /// The status of the network's response, usually present only with an ``error``.
    public var status: Int?
    /// The error message.
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

  /// The connected account.
  public var account: SocialAccount?
  /// The status of the connection.
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
