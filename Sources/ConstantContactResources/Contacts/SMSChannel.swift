public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone for text messages. Property `sms_channel`.
public struct SMSChannel: Sendable, Hashable, Decodable {
  /// What the account may text. Property `sms_channel_consents`.
  public struct Consent: Sendable, Hashable, Decodable {
    /// `explicit`, `pending_confirmation`, `opt_out`, `not_set`; an open set.
    public let permission: String?
    /// `promotional_sms` or `transactional_sms`; an open set.
    public let type: String?
    /// When it was given.
    public let optInDate: Timestamp?
    /// When it was taken back.
    public let optOutDate: Timestamp?
    /// How many messages were announced per interval.
    public let advertisedFrequency: String?
    /// `daily`, `weekly` or `monthly`; an open set.
    public let advertisedInterval: String?
    /// When the record was made.
    public let createdAt: Timestamp?
    /// When it was changed last.
    public let updatedAt: Timestamp?

    enum CodingKeys: String, CodingKey {
      case permission = "sms_consent_permission"
      case type = "consent_type"
      case optInDate = "opt_in_date"
      case optOutDate = "opt_out_date"
      case advertisedFrequency = "advertised_frequency"
      case advertisedInterval = "advertised_interval"
      case createdAt = "created_at"
      case updatedAt = "updated_at"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      permission = container[.permission]
      type = container[.type]
      optInDate = container[.optInDate]
      optOutDate = container[.optOutDate]
      advertisedFrequency = container[.advertisedFrequency]
      advertisedInterval = container[.advertisedInterval]
      createdAt = container[.createdAt]
      updatedAt = container[.updatedAt]
    }
  }

  /// The channel's id.
  public let id: String?
  /// The number without its country's code.
  public let address: String?
  /// The country's dialling code, such as `1`.
  public let dialCode: String?
  /// The country, such as `US`.
  public let countryCode: String?
  /// Who added it.
  public let createSource: ContactSource?
  /// Who changed it last.
  public let updateSource: ContactSource?
  /// What the account may text.
  public let consents: [Consent]?

  enum CodingKeys: String, CodingKey {
    case id = "sms_channel_id"
    case address = "sms_address"
    case dialCode = "dial_code"
    case countryCode = "country_code"
    case createSource = "create_source"
    case updateSource = "update_source"
    case consents = "sms_channel_consents"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    address = container[.address]
    dialCode = container[.dialCode]
    countryCode = container[.countryCode]
    createSource = container[.createSource]
    updateSource = container[.updateSource]
    consents = container.array(.consents)
  }
}

extension SMSChannel: Redacting {
  /// The id, without the number.
  public var description: String { "SMSChannel(\(id ?? "no id"))" }
}
