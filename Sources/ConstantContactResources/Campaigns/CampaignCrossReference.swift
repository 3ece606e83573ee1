public import ConstantContactCore

/// What a campaign of the retired V2 API is called now.
public struct CampaignCrossReference: APIModel {
  /// Its id in the V2 API.
  public var legacyID: LegacyCampaignID?
  /// Its id now.
  public var campaignID: CampaignID?
  /// The id of the activity that holds the mail.
  public var activityID: CampaignActivityID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("v2_email_campaign_id", &legacyID)
    mapper.map("campaign_id", &campaignID)
    mapper.map("campaign_activity_id", &activityID)
  }
}
