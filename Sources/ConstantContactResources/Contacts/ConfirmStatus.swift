public import ConstantContactCore

/// How far the confirmation of an e-mail address has come. Property `confirm_status`.
public struct ConfirmStatus: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a status from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The contact has confirmed.
  public static let confirmed: ConfirmStatus = "confirmed"
  /// The contact has been asked.
  public static let pending: ConfirmStatus = "pending"
  /// Confirmation is not asked for.
  public static let off: ConfirmStatus = "off"
}
