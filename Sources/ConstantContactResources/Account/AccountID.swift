public import ConstantContactCore

/// The id of an account, or of a partner's: an encoded text such as `p07e1l8cdif9dl`. Property `encoded_account_id`.
public struct AccountID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
