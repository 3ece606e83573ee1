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
    public var advertisedFrequency: String?
    /// The interval of ``advertisedFrequency``.
    public var advertisedInterval: SMSAdvertisedInterval?
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
      mapper.map("opt_in_date", &optInDate)
      mapper.map("opt_out_date", &optOutDate)
      mapper.map("advertised_frequency", &advertisedFrequency)
      mapper.map("advertised_interval", &advertisedInterval)
      mapper.map("created_at", &createdAt)
      mapper.map("updated_at", &updatedAt)
    }
  }

  /// The channel's ID.
  public var id: SMSChannelID?
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
    mapper.map("sms_channel_id", &id)
    mapper.map("sms_address", &address)
    mapper.map("dial_code", &dialCode)
    mapper.map("country_code", &countryCode)
    mapper.map("create_source", &createSource)
    mapper.map("update_source", &updateSource)
    mapper.map("sms_channel_consents", &consents)
  }
}

extension SMSChannel: Redacting {
  /// The ID, without the number.
  public var description: String { "SMSChannel(\(id?.rawValue ?? "no id"))" }
}
