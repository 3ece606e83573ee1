public import ConstantContactCore

/// The confirmation state of an email address. Property `confirm_status`.
public struct ConfirmStatus: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a status from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The contact confirmed.
  public static let confirmed: ConfirmStatus = "confirmed"
  /// The contact received a confirmation request.
  public static let pending: ConfirmStatus = "pending"
  /// The account does not request confirmation.
  public static let off: ConfirmStatus = "off"
}
