public import ConstantContactCore

/// What kind of mail a campaign is, in the service's words: `NEWSLETTER`, `CUSTOM_CODE_EMAIL` and others.
///
/// The service writes `Newsletter` in some places and `NEWSLETTER` in others: values are compared without regard to case.
public struct CampaignType: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a type from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A newsletter.
  public static let newsletter: CampaignType = "NEWSLETTER"
  /// A mail written as HTML, as ``CampaignsAPI/create(_:)`` makes it.
  public static let customCodeEmail: CampaignType = "CUSTOM_CODE_EMAIL"

  /// Whether both are the same type, however it is written.
  public static func == (left: CampaignType, right: CampaignType) -> Bool {
    left.rawValue.lowercased() == right.rawValue.lowercased()
  }

  /// Hashes the type, however it is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue.lowercased()) }
}
