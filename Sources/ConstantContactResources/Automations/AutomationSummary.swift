public import ConstantContactCore

/// An automation as it stands in a listing.
public struct AutomationSummary: Sendable, Hashable, Identifiable, Decodable {
  /// The automation's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: AutomationID
  /// What it is called.
  public let name: String?
  /// What it does.
  public let description: String?
  /// How it stands; an open set.
  public let status: String?
  /// How the version that runs stands; an open set.
  public let activeState: String?
  /// How the version that is being edited stands; an open set.
  public let draftState: String?
  /// The template it was made from.
  public let templateID: String?
  /// Its marks.
  public let tags: [AutomationTag]?
  /// Who created it.
  public let createdBy: String?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// Who set it running.
  public let promotedBy: String?
  /// When it was set running.
  public let promotedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case description
    case status
    case activeState = "active_state"
    case draftState = "draft_state"
    case templateID = "template_id"
    case tags = "structured_tags"
    case createdBy = "created_by_id"
    case createdAt = "created_date"
    case updatedAt = "update_date"
    case promotedBy = "promoted_by_id"
    case promotedAt = "promoted_date"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    description = container[.description]
    status = container[.status]
    activeState = container[.activeState]
    draftState = container[.draftState]
    templateID = container[.templateID]
    tags = container.array(.tags)
    createdBy = container[.createdBy]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    promotedBy = container[.promotedBy]
    promotedAt = container[.promotedAt]
  }
}
