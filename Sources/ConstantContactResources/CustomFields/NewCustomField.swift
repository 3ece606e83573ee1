internal import ConstantContactCore

/// A custom field to create.
///
/// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
public struct NewCustomField: Sendable, Hashable, Codable {
  /// The name that users see, 1 to 50 characters.
  public var label: String
  /// The type of the field's values; text by default. It cannot be changed later.
  public var kind: CustomField.Kind
  /// How the field is displayed and validated.
  public var metadata: CustomFieldMetadata?
  /// The choices, at most 100, or 20 as checkboxes or radio buttons.
  public var choices: [CustomFieldChoice]?
  /// The version: 2 for dates, 1 for legacy dates, which are text. The API's default is 1.
  public var version: Int?

  /// Creates a field.
  ///
  /// - Parameters:
  ///   - label: The name that users see, 1 to 50 characters.
  ///   - kind: The type of the field's values.
  public init(label: String, kind: CustomField.Kind = .string) {
    self.label = label
    self.kind = kind
  }

  enum CodingKeys: String, CodingKey {
    case label
    case kind = "type"
    case metadata
    case choices
    case version
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!label.isEmpty, "label", "is empty")
    try check.length("label", label, limit: 50)
    try check.length("type", kind.rawValue, limit: 20)
    let hasBoxes = metadata?.displayType == .checkbox || metadata?.displayType == .radio
    try check.count("choices", choices?.count, limit: hasBoxes ? 20 : 100)
    for choice in choices ?? [] { try check.length("choices.choice_label", choice.label, limit: 255) }
  }
}
