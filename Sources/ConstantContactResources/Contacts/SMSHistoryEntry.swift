public import ConstantContactCore
public import ConstantContactTransport

/// An entry in the history of a contact's consent to text messages.
public struct SMSHistoryEntry: APIModel {
  /// The entry's ID.
  public var id: SMSHistoryEntryID?
  /// The contact.
  public var contactID: ContactID?
  /// The contact's phone number for text messages.
  public var channelID: SMSChannelID?
  /// The date of the entry.
  public var insertedAt: Timestamp?
  /// The change of the consent.
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
  /// The ID, without the number.
  public var description: String { "SMSHistoryEntry(\(id?.rawValue ?? "no id"))" }
}
