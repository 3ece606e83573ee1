internal import ConstantContactCore

/// An automation being changed.
public struct AutomationDraft: Sendable, Hashable, Encodable {
  /// What it is called.
  public var name: String?
  /// Whether somebody chose the name.
  public var isNameExplicit: Bool?
  /// What it does.
  public var description: String?
  /// How it stands.
  public var status: String?
  /// Its marks.
  public var tags: [AutomationTag]?
  /// The version that runs.
  public var activeDefinition: AutomationDefinition?
  /// The version that is being edited.
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
