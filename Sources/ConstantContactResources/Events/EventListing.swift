public import ConstantContactCore

/// An event in a listing.
public struct EventListing: Identifiable, APIModel {
  /// The number of registrations and sales of an event.
  public struct Metrics: APIModel {
    /// The number of registrations.
    public var registrations: Int?
    /// The number of tickets sold.
    public var ticketsSold: Int?
    /// The number of items sold.
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

  /// The event's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: EventID = ""
  /// The public title.
  public var title: String?
  /// The internal name, unique in the account.
  public var name: String?
  /// The description.
  public var description: String?
  /// The status.
  public var status: EventDetails.Status?
  /// The kind of event. Constant Contact does not document the values.
  public var type: String?
  /// The kind of location. Constant Contact does not document the values.
  public var locationType: String?
  /// The start date.
  public var startsAt: Timestamp?
  /// The end date.
  public var endsAt: Timestamp?
  /// The time zone.
  public var timeZone: String?
  /// The URL of the registration page.
  public var registrationURL: String?
  /// The address.
  public var address: EventAddress?
  /// The registrations and sales.
  public var metrics: Metrics?
  /// The date of creation.
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
