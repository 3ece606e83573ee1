/// A permission of an access token: an open set. Scopes that the library does not know are passed through unchanged.
///
/// Each API operation needs exactly one scope, and none includes another. The API can still reject a token with the
/// right scope (403) when the account's user lacks the privilege.
///
/// See <https://developer.constantcontact.com/api_guide/scopes.html>.
public struct OAuthScope: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The scope as it appears in requests and tokens.
  public let rawValue: String

  /// Creates a scope from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a scope from its raw API value.
  public init(stringLiteral value: String) { rawValue = value }

  /// `account_read`: reading under `/account`.
  public static let accountRead: OAuthScope = "account_read"
  /// `account_update`: writing under `/account`, without reading.
  public static let accountUpdate: OAuthScope = "account_update"
  /// `contact_data`: contacts, lists, tags, custom fields, segments, bulk activities and contact reports.
  public static let contactData: OAuthScope = "contact_data"
  /// `campaign_data`: campaigns, all other reports, events, social posts and automations.
  public static let campaignData: OAuthScope = "campaign_data"
  /// `offline_access`: a refresh token. Without this scope there is none, and no error.
  public static let offlineAccess: OAuthScope = "offline_access"
  /// `billing_data`: declared by Constant Contact, without documented operations.
  public static let billingData: OAuthScope = "billing_data"
  /// `v3api/general.partner`: the partner endpoints.
  public static let partner: OAuthScope = "v3api/general.partner"

  /// The raw API value.
  public var description: String { rawValue }
}

extension Set<OAuthScope> {
  /// Creates a set from a list separated by spaces, or returns `nil` when it names no scope.
  init?(scopeText text: String) {
    self = Set(text.split(whereSeparator: \.isWhitespace).map { OAuthScope(rawValue: String($0)) })
    if isEmpty { return nil }
  }

  /// The scopes in alphabetical order, for descriptions.
  var sortedText: String { map(\.rawValue).sorted().joined(separator: " ") }
}
