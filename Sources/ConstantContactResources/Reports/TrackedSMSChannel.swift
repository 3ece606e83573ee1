public import ConstantContactCore
public import ConstantContactTransport

/// A contact's SMS channel in a report. Property `sms_channel`.
public struct TrackedSMSChannel: APIModel {
  /// The SMS permission of a phone number, as one letter.
  public struct State: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a state from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Neither opted in nor opted out.
    public static let notSet: State = "N"
    /// On hold.
    public static let onHold: State = "T"
    /// Awaiting confirmation.
    public static let pendingConfirmation: State = "P"
    /// Implicit permission.
    public static let implicit: State = "I"
    /// Explicit permission.
    public static let explicit: State = "E"
    /// Opted out.
    public static let unsubscribed: State = "O"
    /// Deprecated.
    public static let deprecated: State = "D"
  }

  /// The country code of the number, two letters.
  public var countryCode: String?
  /// The SMS permission.
  public var state: State?
  /// The number in international format, when its country differs from the contact's.
  public var internationalNumber: String?
  /// The number in national format, when its country is the contact's.
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
