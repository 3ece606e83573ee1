public import ConstantContactCore

/// An event as it stands in a listing.
public struct EventListing: Identifiable, APIModel {
  /// How many have registered for an event.
  public struct Metrics: APIModel {
    /// Registrations.
    public var registrations: Int?
    /// Tickets sold.
    public var ticketsSold: Int?
    /// Items sold.
    public var itemsSold: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("registration_count", &registrations)
      mapper.map("ticket_sold", &ticketsSold)
      mapper.map("item_sold", &itemsSold)
    }
  }

  /// The event's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: EventID = ""
  /// The title that people see.
  public var title: String?
  /// The name in the account.
  public var name: String?
  /// What it is about.
  public var description: String?
  /// How far it is.
  public var status: EventDetails.Status?
  /// What kind of event; the vendor publishes no list.
  public var type: String?
  /// Where it takes place; the vendor publishes no list.
  public var locationType: String?
  /// When it begins.
  public var startsAt: Timestamp?
  /// When it ends.
  public var endsAt: Timestamp?
  /// Its time zone.
  public var timeZone: String?
  /// Where people register.
  public var registrationURL: String?
  /// Where it takes place.
  public var address: EventAddress?
  /// How many have registered.
  public var metrics: Metrics?
  /// When it was created.
  public var createdAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("event_id", &id)
    mapper.map("title", &title)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("status", &status)
    mapper.map("event_type", &type)
    mapper.map("location_type", &locationType)
    mapper.map("start_time", &startsAt)
    mapper.map("end_time", &endsAt)
    mapper.map("time_zone_type", &timeZone)
    mapper.map("registration_url", &registrationURL)
    mapper.map("address", &address)
    mapper.map("event_registration_summary_metrics", &metrics)
    mapper.map("create_time", &createdAt)
  }
}
