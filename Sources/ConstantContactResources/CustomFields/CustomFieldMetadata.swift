internal import ConstantContactCore

/// How a custom field is shown and checked.
public struct CustomFieldMetadata: Sendable, Hashable, Codable {
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

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case displayType = "display_type"
    case allowsNegative = "allow_negative"
    case decimalPlaces = "decimal_places"
    case currencyCode = "currency_code"
    case isInteger = "integer"
    case displayFormat = "display_format"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    displayType = container[.displayType]
    allowsNegative = container[.allowsNegative]
    decimalPlaces = container[.decimalPlaces]
    currencyCode = container[.currencyCode]
    isInteger = container[.isInteger]
    displayFormat = container[.displayFormat]
  }
}
