public import ConstantContactCore

/// The ID of a variant of an event's item.
public struct EventItemAttributeID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
