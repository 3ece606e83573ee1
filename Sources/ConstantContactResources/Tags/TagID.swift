public import ConstantContactCore

/// The ID of a tag: a UUID.
public struct TagID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
