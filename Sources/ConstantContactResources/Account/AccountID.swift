public import ConstantContactCore

/// The ID of an account or a partner: an encoded value such as `p07e1l8cdif9dl`. Property `encoded_account_id`.
public struct AccountID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
