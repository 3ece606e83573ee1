public import ConstantContactCore

/// The statistics of an email campaign or a campaign activity.
public struct EmailCampaignStats: APIModel {
  /// The campaign. Empty when the response had none.
  public var campaignID: CampaignID = ""
  /// The activity, in the statistics of activities.
  public var campaignActivityID: CampaignActivityID?
  /// The counts.
  public var stats: EmailStats?
  /// The percentages, in the statistics of campaigns.
  public var percents: EmailPercents?
  /// The date on which the statistics were computed.
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
