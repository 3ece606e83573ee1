public import ConstantContactCore

/// The kind of text messages that a consent is for. Property `consent_type`.
public struct SMSConsentType: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a type from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Promotional messages.
  public static let promotional: SMSConsentType = "promotional_sms"
  /// Transactional messages.
  public static let transactional: SMSConsentType = "transactional_sms"
}
