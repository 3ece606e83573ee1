public import ConstantContactCore

/// An automation: what starts it, and what it does then.
public struct Automation: Identifiable, APIModel {
  /// The automation's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: AutomationID = ""
  /// What it is called.
  public var name: String?
  /// Whether somebody chose the name.
  public var isNameExplicit: Bool?
  /// What it does.
  public var description: String?
  /// How it stands; an open set.
  public var status: String?
  /// Its marks.
  public var tags: [AutomationTag]?
  /// The version that runs.
  public var activeDefinition: AutomationDefinition?
  /// The version that is being edited.
  public var draftDefinition: AutomationDefinition?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("id", &id)
    mapper.map("name", &name)
    mapper.map("name_explicitly_set", &isNameExplicit)
    mapper.map("description", &description)
    mapper.map("status", &status)
    mapper.map("structured_tags", &tags)
    mapper.map("active_definition", &activeDefinition)
    mapper.map("draft_definition", &draftDefinition)
  }
}
