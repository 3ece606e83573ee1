public import ConstantContactCore
public import ConstantContactTransport

/// One entry in the history of a contact's phone for text messages.
public struct SMSHistoryEntry: Sendable, Hashable, Decodable {
  /// What happened to the consent.
  public struct Details: Sendable, Hashable, Decodable {
    /// `E` or `O`: opted in or out; an open set.
    public let state: String?
    /// Who acted: `A` the account, `C` the contact, `S` the system; an open set.
    public let source: String?
    /// `promotional_sms` or `transactional_sms`; an open set.
    public let consentType: String?
    /// When it happened. The service's spelling varies.
    public let actionTime: Timestamp?
    /// `opt_out`, `re_opt_in`, `delete`, `confirmed_opt_in`, `deactivate`, `suspend`, `resubscribe`; an open set.
    public let actionType: String?
    /// How consent was given: `MD`, `LF`, `CD`, `FI`, `SY`; an open set.
    public let mediumType: String?
    /// When the source says that consent was given.
    public let sourceConsentTimestamp: Timestamp?
    /// The number that acted.
    public let sourceNumber: String?
    /// How many messages were announced per interval.
    public let advertisedFrequency: Int?
    /// `D`, `W` or `M`: a day, a week, a month; an open set.
    public let advertisedInterval: String?

    enum CodingKeys: String, CodingKey {
      case state
      case source
      case consentType = "consent_type"
      case actionTime = "consent_action_time"
      case actionType = "consent_action_type"
      case mediumType = "consent_medium_type"
      case sourceConsentTimestamp = "source_consent_timestamp"
      case sourceNumber = "source_sms_number"
      case advertisedFrequency = "advertised_frequency"
      case advertisedInterval = "advertised_interval"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      state = container[.state]
      source = container[.source]
      consentType = container[.consentType]
      actionTime = container[.actionTime]
      actionType = container[.actionType]
      mediumType = container[.mediumType]
      sourceConsentTimestamp = container[.sourceConsentTimestamp]
      sourceNumber = container[.sourceNumber]
      advertisedFrequency = container[.advertisedFrequency]
      advertisedInterval = container[.advertisedInterval]
    }
  }

  /// The entry's id.
  public let id: String?
  /// Whose history it is.
  public let contactID: ContactID?
  /// Which phone.
  public let channelID: String?
  /// When the entry was made.
  public let insertedAt: Timestamp?
  /// What happened.
  public let details: Details?

  enum CodingKeys: String, CodingKey {
    case id = "sms_channel_history_id"
    case contactID = "contact_id"
    case channelID = "sms_channel_id"
    case insertedAt = "insert_time"
    case details = "history_details"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    contactID = container[.contactID]
    channelID = container[.channelID]
    insertedAt = container[.insertedAt]
    details = container[.details]
  }
}

extension SMSHistoryEntry: Redacting {
  /// The id, without the number.
  public var description: String { "SMSHistoryEntry(\(id ?? "no id"))" }
}
