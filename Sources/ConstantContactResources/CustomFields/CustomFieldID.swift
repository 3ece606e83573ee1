public import ConstantContactCore

/// The ID of a custom field: a UUID.
public struct CustomFieldID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
