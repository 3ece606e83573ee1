public import ConstantContactCore

/// The id of a choice of a custom field. The contract says integer, its example is `9A63BC`: either is kept as text.
public struct CustomFieldChoiceID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
