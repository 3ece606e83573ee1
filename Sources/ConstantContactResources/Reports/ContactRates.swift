public import ConstantContactCore

/// How often a contact opens and clicks what it is sent. All zeros when it was sent nothing.
public struct ContactRates: APIModel {
  /// The contact. Empty when the service sent none.
  public var contactID: ContactID = ""
  /// How many mails were counted.
  public var includedActivitiesCount: Int?
  /// The share it opened, 0 to 1.
  public var averageOpenRate: Double?
  /// The share in which it clicked, 0 to 1.
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
