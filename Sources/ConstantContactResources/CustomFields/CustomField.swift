public import ConstantContactCore

/// A custom field of the account. An account has at most 100.
///
/// See [Create and update custom fields](https://developer.constantcontact.com/api_guide/create_custom_fields.html).
public struct CustomField: Identifiable, APIModel {
  /// The type of a field's values.
  public struct Kind: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a kind from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Text.
    public static let string: Kind = "string"
    /// A date.
    public static let date: Kind = "date"
    /// A date with a time.
    public static let dateTime: Kind = "datetime"
    /// An amount of money.
    public static let currency: Kind = "currency"
    /// Long text.
    public static let textArea: Kind = "text_area"
    /// A number.
    public static let number: Kind = "number"
    /// True or false.
    public static let boolean: Kind = "boolean"
    /// One of several choices.
    public static let singleSelect: Kind = "single_select"
    /// Any of several choices.
    public static let multiSelect: Kind = "multi_select"
  }

  /// The field's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: CustomFieldID = ""
  /// The name that users see, at most 50 characters.
  public var label: String?
  /// The name that the API generates from the label, with `_` for spaces: what imports use after `cf:`.
  public var name: String?
  /// The type of the field's values.
  public var kind: Kind?
  /// How the field is displayed and validated.
  public var metadata: CustomFieldMetadata?
  /// The choices of a field that has them, including deleted ones.
  public var choices: [CustomFieldChoice]?
  /// The version: 1 for legacy dates, which are text; 2 for dates.
  public var version: Int?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("custom_field_id", &id)
    mapper.map("label", &label)
    mapper.map("name", &name)
    mapper.map("type", &kind)
    mapper.map("metadata", &metadata)
    mapper.map("choices", &choices)
    mapper.map("version", &version)
    mapper.map("created_at", &createdAt)
    mapper.map("updated_at", &updatedAt)
  }
}

extension CustomField {
  /// Whether contacts hold choices of this field (`choice_ids`) rather than text (`value`).
  public var hasChoices: Bool {
    kind == .singleSelect || kind == .multiSelect || choices?.isEmpty == false
  }

  /// Returns the choice with a label. Case is ignored when no label matches exactly; deleted choices are skipped.
  public func choice(labeled label: String) -> CustomFieldChoice? {
    let current = (choices ?? []).filter { $0.deletedAt == nil && $0.id != nil }
    return current.first { $0.label == label } ?? current.first { $0.label?.lowercased() == label.lowercased() }
  }
}
