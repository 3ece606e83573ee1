/// What an access token may be used for. An open set: a scope the library does not know goes through unchanged.
///
/// Each API operation needs exactly one scope, and none implies another. A token with the right scope can still be
/// refused (403) when the account's user lacks the privilege.
///
/// From the vendor's page "Scopes" (`api_guide/scopes.html`).
public struct OAuthScope: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The scope as it stands in requests and tokens.
  public let rawValue: String

  /// Makes a scope from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a scope from its text.
  public init(stringLiteral value: String) { rawValue = value }

  /// `account_read`: reading under `/account`.
  public static let accountRead: OAuthScope = "account_read"
  /// `account_update`: writing under `/account`. It does not include reading.
  public static let accountUpdate: OAuthScope = "account_update"
  /// `contact_data`: contacts, lists, tags, custom fields, segments, bulk activities and contact reports.
  public static let contactData: OAuthScope = "contact_data"
  /// `campaign_data`: campaigns, all other reports, events, social posts and automations.
  public static let campaignData: OAuthScope = "campaign_data"
  /// `offline_access`: a refresh token. Without it the server gives none, and raises no error.
  public static let offlineAccess: OAuthScope = "offline_access"
  /// `billing_data`: declared by the vendor, without any documented operation.
  public static let billingData: OAuthScope = "billing_data"
  /// `v3api/general.partner`: the partner endpoints.
  public static let partner: OAuthScope = "v3api/general.partner"

  /// The scope's text.
  public var description: String { rawValue }
}

extension Set<OAuthScope> {
  /// Reads a blank-separated list; `nil` when it names no scope.
  init?(scopeText text: String) {
    self = Set(text.split(whereSeparator: \.isWhitespace).map { OAuthScope(rawValue: String($0)) })
    if isEmpty { return nil }
  }

  /// The scopes in alphabetical order, for descriptions.
  var sortedText: String { map(\.rawValue).sorted().joined(separator: " ") }
}
