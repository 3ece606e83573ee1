public import ConstantContactCore

/// When a mail will be sent.
public struct CampaignSchedule: APIModel {
  /// When.
  public var scheduledAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("scheduled_date", &scheduledAt)
  }
}
