internal import ConstantContactCore

/// An automation being changed.
public struct AutomationDraft: Sendable, Hashable, Encodable {
  /// The name.
  public var name: String?
  /// Whether a user set the name.
  public var isNameExplicit: Bool?
  /// The description.
  public var description: String?
  /// The status.
  public var status: String?
  /// The tags.
  public var tags: [AutomationTag]?
  /// The active version.
  public var activeDefinition: AutomationDefinition?
  /// The draft version.
  public var draftDefinition: AutomationDefinition?

  var id: AutomationID

  /// Makes a draft of an automation as it stands.
  public init(_ automation: Automation) {
    id = automation.id
    name = automation.name
    isNameExplicit = automation.isNameExplicit
    description = automation.description
    status = automation.status
    tags = automation.tags
    activeDefinition = automation.activeDefinition
    draftDefinition = automation.draftDefinition
  }

  enum CodingKeys: String, CodingKey {
    case name
    case isNameExplicit = "name_explicitly_set"
    case description
    case status
    case tags = "structured_tags"
    case activeDefinition = "active_definition"
    case draftDefinition = "draft_definition"
    case id
  }
}
