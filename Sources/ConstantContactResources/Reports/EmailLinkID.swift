public import ConstantContactCore

/// The ID of a link in an email or on a landing page: digits. Property `url_id`.
public struct EmailLinkID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
