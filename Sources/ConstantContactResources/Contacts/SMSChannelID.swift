public import ConstantContactCore

/// The ID of a contact's phone number for text messages: a UUID.
public struct SMSChannelID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
