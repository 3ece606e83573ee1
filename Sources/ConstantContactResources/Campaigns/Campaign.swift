public import ConstantContactCore

/// An e-mail campaign: a name, a status, and the activities that hold the mail.
public struct Campaign: Sendable, Hashable, Identifiable, Decodable {
  /// The campaign's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: CampaignID
  /// The name, at most 80 characters, unique in the account.
  public let name: String?
  /// How far it is.
  public let status: CampaignStatus?
  /// What kind of mail it is.
  public let type: CampaignType?
  /// The number of that kind.
  public let typeCode: CampaignTypeCode?
  /// The activities, in no particular order; `nil` in a listing, which leaves them out.
  public let activities: [CampaignActivityReference]?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?

  /// The activity that is the mail itself, which is what is edited, scheduled and tested; `nil` in a listing.
  public var primaryActivity: CampaignActivityReference? { activity(in: .primaryEmail) }

  /// The first activity in a role.
  public func activity(in role: CampaignActivityRole) -> CampaignActivityReference? {
    activities?.first { $0.role == role }
  }

  enum CodingKeys: String, CodingKey {
    case id = "campaign_id"
    case name
    case status = "current_status"
    case type
    case typeCode = "type_code"
    case activities = "campaign_activities"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    status = container[.status]
    type = container[.type]
    typeCode = container[.typeCode]
    activities = container.array(.activities)
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
