public import ConstantContactCore

/// A label that shows the status of an item or a promotion code.
public struct EventStatusLabel: APIModel {
  /// The text.
  public var label: String?
  /// The key of the label.
  public var key: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("label", &label)
    mapper.map("label_key", &key)
  }
}
