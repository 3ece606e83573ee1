public import ConstantContactCore

/// The ID of a group of hashtags.
public struct HashtagGroupID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
