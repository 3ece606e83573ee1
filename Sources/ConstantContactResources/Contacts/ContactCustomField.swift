public import ConstantContactCore
public import ConstantContactTransport

/// A contact's value of one custom field. An element of `custom_fields`.
public struct ContactCustomField: APIModel {
  /// The field.
  public var id: CustomFieldID = ""
  /// The text, at most 255 characters. A field with choices may have none.
  public var value: String?
  /// The selected choices, for a field with choices.
  public var choiceIDs: [CustomFieldChoiceID]?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - id: The field.
  ///   - value: The text, at most 255 characters.
  ///   - choiceIDs: The selected choices, for a field with choices.
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
  /// The field's ID, without the value.
  public var description: String { "ContactCustomField(\(id))" }
}
