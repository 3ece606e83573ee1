public import ConstantContactCore

/// The encoded id of an account, as `encoded_account_id` has it.
public struct PartnerAccountID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
