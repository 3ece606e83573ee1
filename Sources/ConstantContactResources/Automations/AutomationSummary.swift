public import ConstantContactCore

/// An automation in a listing.
public struct AutomationSummary: Identifiable, APIModel {
  /// The automation's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: AutomationID = ""
  /// The name.
  public var name: String?
  /// The description.
  public var description: String?
  /// The status.
  public var status: String?
  /// The state of the active version.
  public var activeState: String?
  /// The state of the draft version.
  public var draftState: String?
  /// The ID of the template.
  public var templateID: AutomationTemplateID?
  /// The tags.
  public var tags: [AutomationTag]?
  /// The ID of the user who created the automation.
  public var createdBy: String?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The ID of the user who activated the automation.
  public var promotedBy: String?
  /// The date of activation.
  public var promotedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("id", &id)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("status", &status)
    mapper.map("active_state", &activeState)
    mapper.map("draft_state", &draftState)
    mapper.map("template_id", &templateID)
    mapper.map("structured_tags", &tags)
    mapper.map("created_by_id", &createdBy)
    mapper.map("created_date", &createdAt)
    mapper.map("update_date", &updatedAt)
    mapper.map("promoted_by_id", &promotedBy)
    mapper.map("promoted_date", &promotedAt)
  }
}
