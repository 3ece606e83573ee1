public import ConstantContactCore

/// The ID of a choice of a custom field, such as `7` or `9A63BC`.
///
/// The contract says that it is an integer; its example is not. The text is kept either way.
public struct CustomFieldChoiceID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
