public import ConstantContactCore
public import ConstantContactTransport

/// One entry in the history of a contact's phone for text messages.
public struct SMSHistoryEntry: APIModel {
  /// What happened to the consent.
  public struct Details: APIModel {
    /// `E` or `O`: opted in or out; an open set.
    public var state: String?
    /// Who acted: `A` the account, `C` the contact, `S` the system; an open set.
    public var source: String?
    /// `promotional_sms` or `transactional_sms`; an open set.
    public var consentType: String?
    /// When it happened. The service's spelling varies.
    public var actionTime: Timestamp?
    /// `opt_out`, `re_opt_in`, `delete`, `confirmed_opt_in`, `deactivate`, `suspend`, `resubscribe`; an open set.
    public var actionType: String?
    /// How consent was given: `MD`, `LF`, `CD`, `FI`, `SY`; an open set.
    public var mediumType: String?
    /// When the source says that consent was given.
    public var sourceConsentTimestamp: Timestamp?
    /// The number that acted.
    public var sourceNumber: String?
    /// How many messages were announced per interval.
    public var advertisedFrequency: Int?
    /// `D`, `W` or `M`: a day, a week, a month; an open set.
    public var advertisedInterval: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("state", &state)
      mapper.map("source", &source)
      mapper.map("consent_type", &consentType)
      mapper.map("consent_action_time", &actionTime)
      mapper.map("consent_action_type", &actionType)
      mapper.map("consent_medium_type", &mediumType)
      mapper.map("source_consent_timestamp", &sourceConsentTimestamp)
      mapper.map("source_sms_number", &sourceNumber)
      mapper.map("advertised_frequency", &advertisedFrequency)
      mapper.map("advertised_interval", &advertisedInterval)
    }
  }

  /// The entry's id.
  public var id: String?
  /// Whose history it is.
  public var contactID: ContactID?
  /// Which phone.
  public var channelID: String?
  /// When the entry was made.
  public var insertedAt: Timestamp?
  /// What happened.
  public var details: Details?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("sms_channel_history_id", &id)
    mapper.map("contact_id", &contactID)
    mapper.map("sms_channel_id", &channelID)
    mapper.map("insert_time", &insertedAt)
    mapper.map("history_details", &details)
  }
}

extension SMSHistoryEntry: Redacting {
  /// The id, without the number.
  public var description: String { "SMSHistoryEntry(\(id ?? "no id"))" }
}
