public import ConstantContactCore

/// A campaign's IDs in the V2 and V3 APIs, for migration.
public struct CampaignCrossReference: APIModel {
  /// The ID in the V2 API.
  public var legacyID: LegacyCampaignID?
  /// The ID in the V3 API.
  public var campaignID: CampaignID?
  /// The ID of the activity that holds the email.
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
