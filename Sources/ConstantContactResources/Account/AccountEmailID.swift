public import ConstantContactCore

/// The ID of an email address of an account: digits.
public struct AccountEmailID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
