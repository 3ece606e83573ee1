public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone for text messages, as reports show it. Property `sms_channel`.
public struct TrackedSMSChannel: APIModel {
  /// How a phone stands, as one letter.
  public struct State: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a state from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Neither in nor out.
    public static let notSet: State = "N"
    /// On hold.
    public static let onHold: State = "T"
    /// Asked to confirm.
    public static let pendingConfirmation: State = "P"
    /// Implicit permission.
    public static let implicit: State = "I"
    /// Explicit permission.
    public static let explicit: State = "E"
    /// Opted out.
    public static let unsubscribed: State = "O"
    /// No longer in use.
    public static let deprecated: State = "D"
  }

  /// The number's country as two letters.
  public var countryCode: String?
  /// How it stands.
  public var state: State?
  /// The number as written abroad, when its country is not the contact's.
  public var internationalNumber: String?
  /// The number as written at home, when its country is the contact's.
  public var nationalNumber: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("country_code", &countryCode)
    mapper.map("state", &state)
    mapper.map("formatted_international", &internationalNumber)
    mapper.map("formatted_national", &nationalNumber)
  }
}

extension TrackedSMSChannel: Redacting {
  /// The state, without the number.
  public var description: String { "TrackedSMSChannel(\(state?.rawValue ?? "no state"))" }
}
