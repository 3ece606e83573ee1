public import ConstantContactCore

/// How a contact gave consent to text messages. Property `consent_medium_type`.
public struct SMSConsentMedium: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a value from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A mobile device.
  public static let mobileDevice: SMSConsentMedium = "MD"
  /// A lead generation form.
  public static let leadForm: SMSConsentMedium = "LF"
  /// Deactivation by the carrier.
  public static let carrier: SMSConsentMedium = "CD"
  /// An imported file.
  public static let importedFile: SMSConsentMedium = "FI"
  /// Constant Contact.
  public static let system: SMSConsentMedium = "SY"
}
