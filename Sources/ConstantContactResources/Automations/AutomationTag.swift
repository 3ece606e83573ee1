internal import ConstantContactCore

/// A mark on an automation.
public struct AutomationTag: Sendable, Hashable, Codable {
  /// What kind of mark.
  public var key: String?
  /// The mark.
  public var value: String?
  /// The mark as it is shown.
  public var displayValue: String?

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case key
    case value
    case displayValue = "display_value"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    key = container[.key]
    value = container[.value]
    displayValue = container[.displayValue]
  }
}
