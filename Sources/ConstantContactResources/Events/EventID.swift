public import ConstantContactCore

/// The id of an event: a UUID in text, the same as its campaign's.
public struct EventID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
