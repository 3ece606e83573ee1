public import ConstantContactCore

/// An automation: its trigger and its steps.
public struct Automation: Identifiable, APIModel {
  /// The automation's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: AutomationID = ""
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
