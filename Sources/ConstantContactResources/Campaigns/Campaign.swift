public import ConstantContactCore

/// An e-mail campaign: a name, a status, and the activities that hold the mail.
public struct Campaign: Identifiable, APIModel {
  /// The campaign's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: CampaignID = ""
  /// The name, at most 80 characters, unique in the account.
  public var name: String?
  /// How far it is.
  public var status: CampaignStatus?
  /// What kind of mail it is.
  public var type: CampaignType?
  /// The number of that kind.
  public var typeCode: CampaignTypeCode?
  /// The activities, in no particular order; `nil` in a listing, which leaves them out.
  public var activities: [CampaignActivityReference]?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// The activity that is the mail itself, which is what is edited, scheduled and tested; `nil` in a listing.
  public var primaryActivity: CampaignActivityReference? { activity(in: .primaryEmail) }

  /// The first activity in a role.
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
