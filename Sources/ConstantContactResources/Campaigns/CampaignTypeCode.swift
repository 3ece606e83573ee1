public import ConstantContactCore

/// The code of a campaign's type: a number.
public struct CampaignTypeCode: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a code from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The default.
  public static let standard: CampaignTypeCode = "1"
  /// Bulk email.
  public static let bulk: CampaignTypeCode = "2"
  /// A newsletter.
  public static let newsletter: CampaignTypeCode = "10"
  /// An announcement.
  public static let announcement: CampaignTypeCode = "11"
  /// Product or service news.
  public static let productNews: CampaignTypeCode = "12"
  /// A business letter.
  public static let letter: CampaignTypeCode = "14"
  /// A card.
  public static let card: CampaignTypeCode = "15"
  /// A press release.
  public static let pressRelease: CampaignTypeCode = "16"
  /// A flyer.
  public static let flyer: CampaignTypeCode = "17"
  /// A request for feedback.
  public static let feedbackRequest: CampaignTypeCode = "18"
  /// Ratings and reviews.
  public static let ratings: CampaignTypeCode = "19"
  /// An event announcement.
  public static let eventAnnouncement: CampaignTypeCode = "20"
  /// A coupon.
  public static let coupon: CampaignTypeCode = "21"
  /// A sale promotion.
  public static let salePromotion: CampaignTypeCode = "22"
  /// A product promotion.
  public static let productPromotion: CampaignTypeCode = "23"
  /// A membership drive.
  public static let membershipDrive: CampaignTypeCode = "24"
  /// A fundraiser.
  public static let fundraiser: CampaignTypeCode = "25"
  /// A custom-code email.
  public static let customCode: CampaignTypeCode = "26"
  /// An A/B test. Deleting the test makes it a newsletter again.
  public static let abTest: CampaignTypeCode = "57"
}
