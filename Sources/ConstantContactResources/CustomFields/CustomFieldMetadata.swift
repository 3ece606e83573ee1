public import ConstantContactCore

/// How a custom field is displayed and validated.
public struct CustomFieldMetadata: APIModel {
  /// How the choices of a field are displayed.
  public struct DisplayType: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a type from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A dropdown menu, with at most 100 choices.
    public static let dropdown: DisplayType = "dropdown"
    /// Checkboxes, at most 20.
    public static let checkbox: DisplayType = "checkbox"
    /// Radio buttons, at most 20.
    public static let radio: DisplayType = "radio"
  }

  /// How the choices are displayed.
  public var displayType: DisplayType?
  /// Whether a number may be negative.
  public var allowsNegative: Bool?
  /// The number of decimal places, 1 to 4, when ``isInteger`` is false.
  public var decimalPlaces: Int?
  /// The currency code, such as `USD`.
  public var currencyCode: String?
  /// Whether a number is an integer.
  public var isInteger: Bool?
  /// The format of a date, such as `MM/DD/YYYY`.
  public var displayFormat: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
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
