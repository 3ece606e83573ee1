internal import ConstantContactCore

/// How often a contact opens and clicks what it is sent. All zeros when it was sent nothing.
public struct ContactRates: Sendable, Hashable, Decodable {
  /// The contact. Empty when the service sent none.
  public let contactID: ContactID
  /// How many mails were counted.
  public let includedActivitiesCount: Int?
  /// The share it opened, 0 to 1.
  public let averageOpenRate: Double?
  /// The share in which it clicked, 0 to 1.
  public let averageClickRate: Double?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case contactID = "contact_id"
    case includedActivitiesCount = "included_activities_count"
    case averageOpenRate = "average_open_rate"
    case averageClickRate = "average_click_rate"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    contactID = container[.contactID] ?? ""
    includedActivitiesCount = container[.includedActivitiesCount]
    averageOpenRate = container[.averageOpenRate]
    averageClickRate = container[.averageClickRate]
    unreadableFields = container.malformed
  }
}
