public import ConstantContactCore

/// The type of a campaign, such as `NEWSLETTER` or `CUSTOM_CODE_EMAIL`.
///
/// The API returns both `Newsletter` and `NEWSLETTER`: values are compared case-insensitively.
public struct CampaignType: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a type from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A newsletter.
  public static let newsletter: CampaignType = "NEWSLETTER"
  /// A custom-code email, as created by ``CampaignsAPI/create(_:)``.
  public static let customCodeEmail: CampaignType = "CUSTOM_CODE_EMAIL"

  /// Compares two types case-insensitively.
  public static func == (left: CampaignType, right: CampaignType) -> Bool {
    left.rawValue.lowercased() == right.rawValue.lowercased()
  }

  /// Hashes the type case-insensitively.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
