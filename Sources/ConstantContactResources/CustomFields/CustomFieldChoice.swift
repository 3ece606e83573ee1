public import ConstantContactCore

/// One of the choices of a custom field.
public struct CustomFieldChoice: APIModel {
  /// The choice's id: what a contact holds.
  public var id: CustomFieldChoiceID?
  /// The field it belongs to.
  public var fieldID: CustomFieldID?
  /// What people see, at most 255 characters.
  public var label: String?
  /// Its place among the choices.
  public var displayOrder: Int?
  /// When it was added.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// When it was taken away; `nil` while it is there.
  public var deletedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("choice_id", &id)
    mapper.map("custom_field_id", &fieldID)
    mapper.map("choice_label", &label)
    mapper.map("display_order", &displayOrder)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
    mapper.map("deleted_at", &deletedAt)
  }
}
