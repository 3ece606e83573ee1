public import ConstantContactCore

/// An automation as it stands in a listing.
public struct AutomationSummary: Identifiable, APIModel {
  /// The automation's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: AutomationID = ""
  /// What it is called.
  public var name: String?
  /// What it does.
  public var description: String?
  /// How it stands; an open set.
  public var status: String?
  /// How the version that runs stands; an open set.
  public var activeState: String?
  /// How the version that is being edited stands; an open set.
  public var draftState: String?
  /// The template it was made from.
  public var templateID: String?
  /// Its marks.
  public var tags: [AutomationTag]?
  /// Who created it.
  public var createdBy: String?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// Who set it running.
  public var promotedBy: String?
  /// When it was set running.
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
