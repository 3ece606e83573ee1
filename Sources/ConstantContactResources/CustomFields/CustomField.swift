public import ConstantContactCore

/// A custom field of the account, of which there are at most 100.
public struct CustomField: Identifiable, APIModel {
  /// What a field holds.
  public struct Kind: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a kind from the service's own text.
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

  /// The field's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: CustomFieldID = ""
  /// The name people see, at most 50 characters.
  public var label: String?
  /// The name the service makes of the label, with `_` for blanks: what imports use after `cf:`.
  public var name: String?
  /// What it holds.
  public var kind: Kind?
  /// How it is shown and checked.
  public var metadata: CustomFieldMetadata?
  /// What can be chosen.
  public var choices: [CustomFieldChoice]?
  /// 1: dates are text, as they used to be; 2: they are dates.
  public var version: Int?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
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
