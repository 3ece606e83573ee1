public import ConstantContactCore

/// An email campaign: a name, a status, and the activities that hold the email.
public struct Campaign: Identifiable, APIModel {
  /// The campaign's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: CampaignID = ""
  /// The name, at most 80 characters, unique in the account.
  public var name: String?
  /// The status.
  public var status: CampaignStatus?
  /// The type.
  public var type: CampaignType?
  /// The code of the type.
  public var typeCode: CampaignTypeCode?
  /// The activities, in no particular order; `nil` in a listing.
  public var activities: [CampaignActivityReference]?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// The activity that holds the email, for updates, schedules and tests; `nil` in a listing.
  public var primaryActivity: CampaignActivityReference? { activity(in: .primaryEmail) }

  /// Returns the first activity with a role.
  public func activity(in role: CampaignActivityRole) -> CampaignActivityReference? {
    activities?.first { $0.role == role }
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_id", &id)
    mapper.map("name", &name)
    mapper.map("current_status", &status)
    mapper.map("type", &type)
    mapper.map("type_code", &typeCode)
    mapper.map("campaign_activities", &activities)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
  }
}
