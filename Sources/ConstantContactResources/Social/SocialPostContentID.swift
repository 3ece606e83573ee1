public import ConstantContactCore

/// The ID of one content of a social post.
public struct SocialPostContentID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
