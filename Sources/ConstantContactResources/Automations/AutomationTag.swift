public import ConstantContactCore

/// A tag of an automation.
public struct AutomationTag: APIModel {
  /// The kind of tag.
  public var key: String?
  /// The value.
  public var value: String?
  /// The display value.
  public var displayValue: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("key", &key)
    mapper.map("value", &value)
    mapper.map("display_value", &displayValue)
  }
}
