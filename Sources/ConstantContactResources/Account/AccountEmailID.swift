public import ConstantContactCore

/// The id of one of an account's own e-mail addresses: a number in text.
public struct AccountEmailID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
