public import ConstantContactCore

/// The id of one content of a social post.
public struct SocialPostContentID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
