public import ConstantContactCore

/// How to join an event from afar.
public struct EventOnlineMeeting: APIModel {
  /// Whether it can be joined from afar.
  public var isEnabled: Bool?
  /// What it is called.
  public var label: String?
  /// Where to go.
  public var url: String?
  /// What to do there.
  public var instructions: String?
  /// Who carries it.
  public var provider: String?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
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
