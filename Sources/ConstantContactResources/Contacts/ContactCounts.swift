public import ConstantContactCore

/// The number of contacts in the account, by permission.
public struct ContactCounts: APIModel {
  /// All contacts.
  public var total: Int?
  /// Contacts that opted in.
  public var explicit: Int?
  /// Contacts with a business relationship.
  public var implicit: Int?
  /// Contacts that have not confirmed yet.
  public var pending: Int?
  /// Contacts that opted out.
  public var unsubscribed: Int?
  /// Contacts that were added in the last 30 days, when requested.
  public var newSubscribers: Int?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("total", &total)
    mapper.map("explicit", &explicit)
    mapper.map("implicit", &implicit)
    mapper.map("pending", &pending)
    mapper.map("unsubscribed", &unsubscribed)
    mapper.map("new_subscriber", &newSubscribers)
  }
}
