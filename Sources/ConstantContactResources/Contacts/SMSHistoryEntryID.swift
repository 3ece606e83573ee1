public import ConstantContactCore

/// The ID of an entry in the history of a contact's consent to text messages: a UUID.
public struct SMSHistoryEntryID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
