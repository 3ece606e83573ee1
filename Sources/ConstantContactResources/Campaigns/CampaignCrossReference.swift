internal import ConstantContactCore

/// What a campaign of the retired V2 API is called now.
public struct CampaignCrossReference: Sendable, Hashable, Decodable {
  /// Its id in the V2 API.
  public let legacyID: LegacyCampaignID?
  /// Its id now.
  public let campaignID: CampaignID?
  /// The id of the activity that holds the mail.
  public let activityID: CampaignActivityID?

  enum CodingKeys: String, CodingKey {
    case legacyID = "v2_email_campaign_id"
    case campaignID = "campaign_id"
    case activityID = "campaign_activity_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    legacyID = container[.legacyID]
    campaignID = container[.campaignID]
    activityID = container[.activityID]
  }
}
