public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone number for text messages. Property `sms_channel`.
public struct SMSChannel: APIModel {
  /// A contact's consent to text messages. An element of `sms_channel_consents`.
  public struct Consent: APIModel {
    /// Whether the contact agreed.
    public var permission: SMSConsentPermission?
    /// The kind of messages.
    public var type: SMSConsentType?
    /// The date of the opt-in.
    public var optInDate: Timestamp?
    /// The date of the opt-out.
    public var optOutDate: Timestamp?
    /// The announced number of messages per interval.
    public var advertisedFrequency: Int?
    /// The interval of ``advertisedFrequency``.
    public var advertisedInterval: SMSAdvertisedInterval?
    /// How consent was given, such as the device. Requests have it, responses do not.
    public var mediumDetails: String?
    /// The date of creation.
    public var createdAt: Timestamp?
    /// The date of the last update.
    public var updatedAt: Timestamp?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("sms_consent_permission", &permission)
      mapper.map("consent_type", &type)
      mapper.map("opt_in_date", &optInDate, .readOnly)
      mapper.map("opt_out_date", &optOutDate, .readOnly)
      mapper.map("advertised_frequency", &advertisedFrequency, .readOnly)
      mapper.map("advertised_interval", &advertisedInterval, .readOnly)
      mapper.map("consent_medium_details", &mediumDetails)
      mapper.map("created_at", &createdAt, .readOnly)
      mapper.map("updated_at", &updatedAt, .readOnly)
    }
  }

  /// The channel's ID.
  public var id: SMSChannelID?
  /// The number with the dialing code. Requests have it, responses have ``dialCode`` and ``address``.
  public var fullAddress: String?
  /// The number without the dialing code.
  public var address: String?
  /// The country's dialing code, such as `1`.
  public var dialCode: String?
  /// The country code, such as `US`.
  public var countryCode: String?
  /// Who added the number.
  public var createSource: ContactSource?
  /// Who updated it last.
  public var updateSource: ContactSource?
  /// The contact's consents.
  public var consents: [Consent]?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("sms_channel_id", &id, .readOnly)
    mapper.map("full_sms_address", &fullAddress)
    mapper.map("sms_address", &address, .readOnly)
    mapper.map("dial_code", &dialCode, .readOnly)
    mapper.map("country_code", &countryCode, .readOnly)
    mapper.map("create_source", &createSource, .readOnly)
    mapper.map("update_source", &updateSource, .readOnly)
    mapper.map("sms_channel_consents", &consents)
  }
}

extension SMSChannel: Redacting {
  /// The ID, without the number.
  public var description: String { "SMSChannel(\(id?.rawValue ?? "no id"))" }
}
