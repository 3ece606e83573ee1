public import ConstantContactCore

/// How an e-mail campaign, or one of its activities, fared.
public struct EmailCampaignStats: APIModel {
  /// The campaign. Empty when the service sent none.
  public var campaignID: CampaignID = ""
  /// The activity, where activities were asked for.
  public var campaignActivityID: CampaignActivityID?
  /// The counts.
  public var stats: EmailStats?
  /// The percentages, where campaigns were asked for.
  public var percents: EmailPercents?
  /// When the service computed this.
  public var lastRefreshedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_id", &campaignID)
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("stats", &stats)
    mapper.map("percents", &percents)
    mapper.map("last_refresh_time", &lastRefreshedAt)
  }
}
