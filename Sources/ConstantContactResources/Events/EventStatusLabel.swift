public import ConstantContactCore

/// How the status of an item or a code is shown.
public struct EventStatusLabel: APIModel {
  /// The text.
  public var label: String?
  /// Its key.
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
