public import ConstantContactCore
public import ConstantContactTransport

/// A contact's phone for text messages, as reports show it. Property `sms_channel`.
public struct TrackedSMSChannel: Sendable, Hashable, Decodable {
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
  public let countryCode: String?
  /// How it stands.
  public let state: State?
  /// The number as written abroad, when its country is not the contact's.
  public let internationalNumber: String?
  /// The number as written at home, when its country is the contact's.
  public let nationalNumber: String?

  enum CodingKeys: String, CodingKey {
    case countryCode = "country_code"
    case state
    case internationalNumber = "formatted_international"
    case nationalNumber = "formatted_national"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    countryCode = container[.countryCode]
    state = container[.state]
    internationalNumber = container[.internationalNumber]
    nationalNumber = container[.nationalNumber]
  }
}

extension TrackedSMSChannel: Redacting {
  /// The state, without the number.
  public var description: String { "TrackedSMSChannel(\(state?.rawValue ?? "no state"))" }
}
