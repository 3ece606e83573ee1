public import ConstantContactCore

/// The role of an activity in its campaign.
public struct CampaignActivityRole: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a role from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The email. Only this activity can be updated, scheduled, tested and resent.
  public static let primaryEmail: CampaignActivityRole = "primary_email"
  /// The web page that shows the email without personal data.
  public static let permalink: CampaignActivityRole = "permalink"
  /// The resend of the email to contacts that did not open it.
  public static let resend: CampaignActivityRole = "resend"
}
