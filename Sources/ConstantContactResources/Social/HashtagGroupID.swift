public import ConstantContactCore

/// The id of a group of hashtags.
public struct HashtagGroupID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
