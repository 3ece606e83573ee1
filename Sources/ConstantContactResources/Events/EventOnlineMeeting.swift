public import ConstantContactCore

/// The online meeting of an event.
public struct EventOnlineMeeting: APIModel {
  /// Whether the online meeting is enabled.
  public var isEnabled: Bool?
  /// The name.
  public var label: String?
  /// The URL of the meeting.
  public var url: String?
  /// The instructions for participants.
  public var instructions: String?
  /// The provider of the meeting.
  public var provider: String?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("enabled_flag", &isEnabled)
    mapper.map("label", &label)
    mapper.map("url", &url)
    mapper.map("instructions", &instructions)
    mapper.map("provider_type", &provider)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
  }
}
