public import ConstantContactCore

/// The schedule of an email.
public struct CampaignSchedule: APIModel {
  /// The scheduled date.
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
