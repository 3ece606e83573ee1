public import ConstantContactCore

/// What one activity is for within its campaign.
public struct CampaignActivityRole: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a role from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The mail itself. Only it is edited, scheduled, tested and resent.
  public static let primaryEmail: CampaignActivityRole = "primary_email"
  /// The page on the web that shows the mail without personal data.
  public static let permalink: CampaignActivityRole = "permalink"
  /// The mail sent again to those who did not open it.
  public static let resend: CampaignActivityRole = "resend"
}
