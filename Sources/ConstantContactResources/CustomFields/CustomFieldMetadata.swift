public import ConstantContactCore

/// How a custom field is shown and checked.
public struct CustomFieldMetadata: APIModel {
  /// `dropdown`, `checkbox` or `radio`; an open set.
  public var displayType: String?
  /// Whether a number may be negative.
  public var allowsNegative: Bool?
  /// How many decimal places a number has, 1 to 4, when ``isInteger`` is false.
  public var decimalPlaces: Int?
  /// The currency, such as `USD`.
  public var currencyCode: String?
  /// Whether a number is whole.
  public var isInteger: Bool?
  /// How a date is shown, such as `MM/DD/YYYY`.
  public var displayFormat: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("display_type", &displayType)
    mapper.map("allow_negative", &allowsNegative)
    mapper.map("decimal_places", &decimalPlaces)
    mapper.map("currency_code", &currencyCode)
    mapper.map("integer", &isInteger)
    mapper.map("display_format", &displayFormat)
  }
}
