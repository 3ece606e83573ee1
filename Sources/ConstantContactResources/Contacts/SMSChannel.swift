public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone for text messages. Property `sms_channel`.
public struct SMSChannel: APIModel {
  /// What the account may text. Property `sms_channel_consents`.
  public struct Consent: APIModel {
    /// `explicit`, `pending_confirmation`, `opt_out`, `not_set`; an open set.
    public var permission: String?
    /// `promotional_sms` or `transactional_sms`; an open set.
    public var type: String?
    /// When it was given.
    public var optInDate: Timestamp?
    /// When it was taken back.
    public var optOutDate: Timestamp?
    /// How many messages were announced per interval.
    public var advertisedFrequency: String?
    /// `daily`, `weekly` or `monthly`; an open set.
    public var advertisedInterval: String?
    /// When the record was made.
    public var createdAt: Timestamp?
    /// When it was changed last.
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

  /// The channel's id.
  public var id: String?
  /// The number without its country's code.
  public var address: String?
  /// The country's dialling code, such as `1`.
  public var dialCode: String?
  /// The country, such as `US`.
  public var countryCode: String?
  /// Who added it.
  public var createSource: ContactSource?
  /// Who changed it last.
  public var updateSource: ContactSource?
  /// What the account may text.
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
  /// The id, without the number.
  public var description: String { "SMSChannel(\(id ?? "no id"))" }
}
