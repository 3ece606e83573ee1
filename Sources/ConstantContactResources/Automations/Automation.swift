internal import ConstantContactCore

/// An automation: what starts it, and what it does then.
public struct Automation: Sendable, Hashable, Identifiable, Decodable {
  /// The automation's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: AutomationID
  /// What it is called.
  public let name: String?
  /// Whether somebody chose the name.
  public let isNameExplicit: Bool?
  /// What it does.
  public let description: String?
  /// How it stands; an open set.
  public let status: String?
  /// Its marks.
  public let tags: [AutomationTag]?
  /// The version that runs.
  public let activeDefinition: AutomationDefinition?
  /// The version that is being edited.
  public let draftDefinition: AutomationDefinition?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case isNameExplicit = "name_explicitly_set"
    case description
    case status
    case tags = "structured_tags"
    case activeDefinition = "active_definition"
    case draftDefinition = "draft_definition"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    isNameExplicit = container[.isNameExplicit]
    description = container[.description]
    status = container[.status]
    tags = container.array(.tags)
    activeDefinition = container[.activeDefinition]
    draftDefinition = container[.draftDefinition]
    unreadableFields = container.malformed
  }
}
