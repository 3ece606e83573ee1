public import ConstantContactCore

/// The average open and click rates of a contact, zero when no emails were sent to it.
public struct ContactRates: APIModel {
  /// The contact. Empty when the response had none.
  public var contactID: ContactID = ""
  /// The number of emails that were counted.
  public var includedActivitiesCount: Int?
  /// The share of emails that the contact opened, 0 to 1.
  public var averageOpenRate: Double?
  /// The share of emails in which the contact clicked, 0 to 1.
  public var averageClickRate: Double?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &contactID)
    mapper.map("included_activities_count", &includedActivitiesCount)
    mapper.map("average_open_rate", &averageOpenRate)
    mapper.map("average_click_rate", &averageClickRate)
  }
}
