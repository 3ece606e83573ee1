public import ConstantContactCore

/// The ID of an item that an event sells.
public struct EventItemID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
