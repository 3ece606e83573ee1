internal import ConstantContactCore
public import ConstantContactTransport

/// A phone number for text messages on a sign-up form, and what its owner agreed to.
///
/// See [Create or update a contact](https://developer.constantcontact.com/api_guide/contacts_create_or_update.html).
public struct SMSSignUp: Sendable, Hashable, Codable {
  /// What the owner agreed to.
  public struct Consent: Sendable, Hashable, Codable {
    /// `explicit` or `pending_confirmation`.
    public var permission: SMSConsentPermission
    /// The kind of messages.
    public var type: SMSConsentType
    /// How consent was given.
    public var mediumType: SMSConsentMedium
    /// Where consent was given.
    public var mediumURL: String
    /// Details about how consent was given.
    public var mediumDetails: String
    /// The announced number of messages per interval.
    public var advertisedFrequency: Int?
    /// The interval of ``advertisedFrequency``.
    public var advertisedInterval: SMSAdvertisedInterval?

    /// Creates a consent.
    ///
    /// - Parameters:
    ///   - permission: `explicit` or `pending_confirmation`.
    ///   - type: The kind of messages.
    ///   - mediumType: How consent was given.
    ///   - mediumURL: Where consent was given.
    ///   - mediumDetails: Details about how consent was given.
    public init(
      permission: SMSConsentPermission,
      type: SMSConsentType = .promotional,
      mediumType: SMSConsentMedium,
      mediumURL: String,
      mediumDetails: String
    ) {
      self.permission = permission
      self.type = type
      self.mediumType = mediumType
      self.mediumURL = mediumURL
      self.mediumDetails = mediumDetails
    }

    enum CodingKeys: String, CodingKey {
      case permission = "sms_consent_permission"
      case type = "consent_type"
      case mediumType = "consent_medium_type"
      case mediumURL = "consent_medium_url"
      case mediumDetails = "consent_medium_details"
      case advertisedFrequency = "advertised_frequency"
      case advertisedInterval = "advertised_interval"
    }
  }

  /// The number without the dialing code.
  public var address: String
  /// The country's dialing code, such as `1`.
  public var dialCode: String
  /// The country code, such as `US`.
  public var countryCode: String
  /// What the owner agreed to.
  public var consents: [Consent]

  /// Creates a phone number.
  ///
  /// - Parameters:
  ///   - address: The number without the dialing code.
  ///   - dialCode: The country's dialing code, such as `1`.
  ///   - countryCode: The country code, such as `US`.
  ///   - consents: What the owner agreed to.
  public init(address: String, dialCode: String, countryCode: String, consents: [Consent]) {
    self.address = address
    self.dialCode = dialCode
    self.countryCode = countryCode
    self.consents = consents
  }

  enum CodingKeys: String, CodingKey {
    case address = "sms_address"
    case dialCode = "dial_code"
    case countryCode = "country_code"
    case consents = "sms_channel_consents"
  }
}

extension SMSSignUp: Redacting {
  /// The country code, without the number.
  public var description: String { "SMSSignUp(\(countryCode))" }
}
