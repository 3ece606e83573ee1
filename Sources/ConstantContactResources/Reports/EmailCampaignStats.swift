public import ConstantContactCore

/// How an e-mail campaign, or one of its activities, fared.
public struct EmailCampaignStats: Sendable, Hashable, Decodable {
  /// The campaign. Empty when the service sent none.
  public let campaignID: CampaignID
  /// The activity, where activities were asked for.
  public let campaignActivityID: CampaignActivityID?
  /// The counts.
  public let stats: EmailStats?
  /// The percentages, where campaigns were asked for.
  public let percents: EmailPercents?
  /// When the service computed this.
  public let lastRefreshedAt: Timestamp?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case campaignID = "campaign_id"
    case campaignActivityID = "campaign_activity_id"
    case stats, percents
    case lastRefreshedAt = "last_refresh_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    campaignID = container[.campaignID] ?? ""
    campaignActivityID = container[.campaignActivityID]
    stats = container[.stats]
    percents = container[.percents]
    lastRefreshedAt = container[.lastRefreshedAt]
    unreadableFields = container.malformed
  }
}
