internal import ConstantContactCore
public import ConstantContactTransport

/// A phone for text messages, entered into a sign-up form, and what its owner agreed to.
public struct SMSSignUp: Sendable, Hashable, Encodable {
  /// What the owner agreed to.
  public struct Consent: Sendable, Hashable, Encodable {
    /// `explicit` or `pending_confirmation`.
    public var permission: String
    /// `promotional_sms`.
    public var type: String
    /// How consent was given.
    public var mediumType: String
    /// Where consent was given.
    public var mediumURL: String
    /// More on how consent was given.
    public var mediumDetails: String
    /// How many messages were announced per interval.
    public var advertisedFrequency: Int?
    /// `daily`, `weekly` or `monthly`.
    public var advertisedInterval: String?

    /// Makes a consent.
    public init(
      permission: String,
      type: String = "promotional_sms",
      mediumType: String,
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

  /// The number without its country's code.
  public var address: String
  /// The country's dialling code, such as `1`.
  public var dialCode: String
  /// The country, such as `US`.
  public var countryCode: String
  /// What its owner agreed to.
  public var consents: [Consent]

  /// Makes a phone.
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
  /// The country, without the number.
  public var description: String { "SMSSignUp(\(countryCode))" }
}
