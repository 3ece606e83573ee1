public import ConstantContactCore
public import ConstantContactTransport

extension SMSHistoryEntry {
  /// A change of a contact's consent to text messages. Property `history_details`.
  public struct Details: APIModel {
    /// The state after the change.
    public var state: State?
    /// Who acted.
    public var source: Source?
    /// The kind of messages.
    public var consentType: SMSConsentType?
    /// The date of the change. The API spells it in several ways.
    public var actionTime: Timestamp?
    /// The change.
    public var actionType: Action?
    /// How the contact gave consent.
    public var mediumType: Medium?
    /// The date of the consent according to its source.
    public var sourceConsentTimestamp: Timestamp?
    /// The number that acted.
    public var sourceNumber: String?
    /// The announced number of messages per interval.
    public var advertisedFrequency: Int?
    /// The interval of ``advertisedFrequency``.
    public var advertisedInterval: Interval?
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
}

extension SMSHistoryEntry.Details: Redacting {
  /// The state, without the number.
  public var description: String { "SMSHistoryEntry.Details(\(state?.rawValue ?? "no state"))" }
}

extension SMSHistoryEntry.Details {
  /// The state of a consent.
  public struct State: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a state from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Opted in.
    public static let optedIn: State = "E"
    /// Opted out.
    public static let optedOut: State = "O"
  }

  /// Who changed a consent.
  public struct Source: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a source from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The account.
    public static let account: Source = "A"
    /// The contact.
    public static let contact: Source = "C"
    /// Constant Contact.
    public static let system: Source = "S"
  }

  /// A change of a consent.
  public struct Action: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates an action from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The contact opted out.
    public static let optOut: Action = "opt_out"
    /// The contact opted in again.
    public static let reOptIn: Action = "re_opt_in"
    /// The number was deleted.
    public static let delete: Action = "delete"
    /// The contact confirmed.
    public static let confirmedOptIn: Action = "confirmed_opt_in"
    /// The number was deactivated.
    public static let deactivate: Action = "deactivate"
    /// The number was suspended.
    public static let suspend: Action = "suspend"
    /// The contact resubscribed.
    public static let resubscribe: Action = "resubscribe"
  }

  /// How a contact gave consent.
  public typealias Medium = SMSConsentMedium

  /// The period for which a number of text messages was announced.
  public struct Interval: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates an interval from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A day.
    public static let daily: Interval = "D"
    /// A week.
    public static let weekly: Interval = "W"
    /// A month.
    public static let monthly: Interval = "M"
  }
}
