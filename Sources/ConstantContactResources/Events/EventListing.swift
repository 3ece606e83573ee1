public import ConstantContactCore

/// An event as it stands in a listing.
public struct EventListing: Sendable, Hashable, Identifiable, Decodable {
  /// How many have registered for an event.
  public struct Metrics: Sendable, Hashable, Decodable {
    /// Registrations.
    public let registrations: Int?
    /// Tickets sold.
    public let ticketsSold: Int?
    /// Items sold.
    public let itemsSold: Int?

    enum CodingKeys: String, CodingKey {
      case registrations = "registration_count"
      case ticketsSold = "ticket_sold"
      case itemsSold = "item_sold"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      registrations = container[.registrations]
      ticketsSold = container[.ticketsSold]
      itemsSold = container[.itemsSold]
    }
  }

  /// The event's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: EventID
  /// The title that people see.
  public let title: String?
  /// The name in the account.
  public let name: String?
  /// What it is about.
  public let description: String?
  /// How far it is.
  public let status: EventDetails.Status?
  /// What kind of event; the vendor publishes no list.
  public let type: String?
  /// Where it takes place; the vendor publishes no list.
  public let locationType: String?
  /// When it begins.
  public let startsAt: Timestamp?
  /// When it ends.
  public let endsAt: Timestamp?
  /// Its time zone.
  public let timeZone: String?
  /// Where people register.
  public let registrationURL: String?
  /// Where it takes place.
  public let address: EventAddress?
  /// How many have registered.
  public let metrics: Metrics?
  /// When it was created.
  public let createdAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "event_id"
    case title
    case name
    case description
    case status
    case type = "event_type"
    case locationType = "location_type"
    case startsAt = "start_time"
    case endsAt = "end_time"
    case timeZone = "time_zone_type"
    case registrationURL = "registration_url"
    case address
    case metrics = "event_registration_summary_metrics"
    case createdAt = "create_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    title = container[.title]
    name = container[.name]
    description = container[.description]
    status = container[.status]
    type = container[.type]
    locationType = container[.locationType]
    startsAt = container[.startsAt]
    endsAt = container[.endsAt]
    timeZone = container[.timeZone]
    registrationURL = container[.registrationURL]
    address = container[.address]
    metrics = container[.metrics]
    createdAt = container[.createdAt]
  }
}
