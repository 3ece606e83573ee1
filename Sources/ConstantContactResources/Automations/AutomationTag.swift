public import ConstantContactCore

/// A mark on an automation.
public struct AutomationTag: APIModel {
  /// What kind of mark.
  public var key: String?
  /// The mark.
  public var value: String?
  /// The mark as it is shown.
  public var displayValue: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("key", &key)
    mapper.map("value", &value)
    mapper.map("display_value", &displayValue)
  }
}
