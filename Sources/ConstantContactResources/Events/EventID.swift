public import ConstantContactCore

/// The ID of an event: a UUID, equal to its campaign's ID.
public struct EventID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
