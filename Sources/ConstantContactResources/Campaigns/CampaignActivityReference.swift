internal import ConstantContactCore

/// One of a campaign's activities: what it is for, and its id.
public struct CampaignActivityReference: Sendable, Hashable, Identifiable, Decodable {
  /// The activity's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: CampaignActivityID
  /// What it is for.
  public let role: CampaignActivityRole?
  /// The document behind a mail of format 4.
  public let documentID: String?

  enum CodingKeys: String, CodingKey {
    case id = "campaign_activity_id"
    case role
    case documentID = "document_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    role = container[.role]
    documentID = container[.documentID]
  }
}
