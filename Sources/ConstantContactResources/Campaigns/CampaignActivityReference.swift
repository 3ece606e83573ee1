public import ConstantContactCore

/// One of a campaign's activities: what it is for, and its id.
public struct CampaignActivityReference: Identifiable, APIModel {
  /// The activity's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: CampaignActivityID = ""
  /// What it is for.
  public var role: CampaignActivityRole?
  /// The document behind a mail of format 4.
  public var documentID: String?
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
