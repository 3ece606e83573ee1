public import ConstantContactCore

/// The id of a link in an e-mail or on a landing page: a number in text. Property `url_id`.
public struct EmailLinkID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
