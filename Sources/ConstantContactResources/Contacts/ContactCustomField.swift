public import ConstantContactCore
public import ConstantContactTransport

/// The value of a custom field on a contact. Property `custom_fields`.
public struct ContactCustomField: APIModel {
  /// Which field.
  public var id: CustomFieldID = ""
  /// The value, at most 255 characters. A field with choices may have none.
  public var value: String?
  /// The chosen ones, for a field with choices.
  public var choiceIDs: [CustomFieldChoiceID]?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Makes a value.
  public init(_ id: CustomFieldID, value: String? = nil, choiceIDs: [CustomFieldChoiceID]? = nil) {
    self.id = id
    self.value = value
    self.choiceIDs = choiceIDs
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("custom_field_id", &id)
    mapper.map("value", &value)
    mapper.map("choice_ids", &choiceIDs)
  }
}

extension ContactCustomField: Redacting {
  /// The field, without the value.
  public var description: String { "ContactCustomField(\(id))" }
}
