public import ConstantContactCore

/// The ID and the role of a campaign's activity.
public struct CampaignActivityReference: Identifiable, APIModel {
  /// The activity's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: CampaignActivityID = ""
  /// The role in the campaign.
  public var role: CampaignActivityRole?
  /// The document of an email in format 4.
  public var documentID: CampaignDocumentID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_activity_id", &id)
    mapper.map("role", &role)
    mapper.map("document_id", &documentID)
  }
}
