public import ConstantContactCore

/// What to change about an event. What is not set is left as it is.
public struct EventChanges: Sendable, Encodable {
  /// What to change about the registration of an event.
  public struct Track: Sendable, Encodable {
    /// How people register.
    public var registrationType: String?
    /// Until when they can.
    public var registrationEndsAt: Timestamp?
    /// Whether it is closed by hand.
    public var isClosed: Bool?
    /// How many tickets there are in all.
    public var capacity: Int?
    /// Whether one may buy only one.
    public var isLimitedToOneTicket: Bool?
    /// The heading above the tickets.
    public var ticketsHeader: String?
    /// The heading above the items.
    public var itemsHeader: String?

    /// Changes nothing yet.
    public init() {}

    enum CodingKeys: String, CodingKey {
      case registrationType = "registration_type"
      case registrationEndsAt = "registration_end_time"
      case isClosed = "reg_manually_closed_flag"
      case capacity = "overall_ticket_capacity"
      case isLimitedToOneTicket = "restrict_to_single_ticket_flag"
      case ticketsHeader = "tickets_header"
      case itemsHeader = "items_header"
    }
  }

  /// The title that people see, at most 100 characters.
  public var title: String?
  /// The name in the account, 1 to 100 characters, unique.
  public var name: String?
  /// What it is about, at most 600 characters.
  public var description: String?
  /// When it begins.
  public var startsAt: Timestamp?
  /// When it ends.
  public var endsAt: Timestamp?
  /// What kind of event.
  public var type: String?
  /// Where it takes place.
  public var locationType: String?
  /// Its time zone.
  public var timeZone: String?
  /// How far it is.
  public var status: EventDetails.Status?
  /// The currency of its prices.
  public var currency: String?
  /// Where it takes place.
  public var address: EventAddress?
  /// Whom to ask.
  public var contact: EventContact?
  /// How to join from afar.
  public var onlineMeeting: EventOnlineMeeting?
  /// Registration.
  public var defaultTrack: Track?
  /// Whether the contact is shown.
  public var showsContact: Bool?
  /// Whether the end is shown.
  public var showsEndTime: Bool?
  /// Whether the event is on the account's calendar.
  public var isOnCalendar: Bool?
  /// Whether the time zone is shown.
  public var showsTimeZone: Bool?
  /// Whether the owner hears of each registration.
  public var notifiesOwner: Bool?
  /// The id of its campaign, which the contract wants to see again.
  public var campaignID: String?

  /// Changes nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case title
    case name
    case description
    case startsAt = "event_start"
    case endsAt = "event_end"
    case type = "event_type"
    case locationType = "location_type"
    case timeZone = "time_zone"
    case status
    case currency = "currency_type"
    case address
    case contact
    case onlineMeeting = "online_meeting"
    case defaultTrack = "default_track"
    case showsContact = "display_contact_flag"
    case showsEndTime = "display_end_time_flag"
    case isOnCalendar = "display_on_calendar_flag"
    case showsTimeZone = "display_time_zone_flag"
    case notifiesOwner = "notify_owner_on_reg"
    case campaignID = "campaign_id"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.length("title", title, limit: 100)
    try check.require(name?.isEmpty != true, "name", "is empty")
    try check.length("name", name, limit: 100)
    try check.length("description", description, limit: 600)
    try check.length("address.line1", address?.line1, limit: 80)
    try check.length("address.line2", address?.line2, limit: 80)
    try check.length("address.city", address?.city, limit: 80)
    try check.length("address.state", address?.state, limit: 80)
    try check.length("address.state_code", address?.stateCode, limit: 2)
    try check.length("address.postal_code", address?.postalCode, limit: 25)
    try check.length("address.country", address?.country, limit: 128)
    try check.length("address.country_code", address?.countryCode, limit: 2)
    try check.length("address.location_name", address?.locationName, limit: 100)
    try check.length("contact.name", contact?.name, limit: 100)
    try check.length("contact.organization_name", contact?.organizationName, limit: 255)
    try check.length("contact.email_address", contact?.emailAddress, limit: 128)
    try check.length("contact.from_email_address", contact?.fromEmailAddress, limit: 128)
    try check.length("contact.phone_number", contact?.phoneNumber, limit: 25)
  }
}
