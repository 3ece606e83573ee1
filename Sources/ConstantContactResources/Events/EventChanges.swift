internal import ConstantContactCore

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The changes of an event update. Only properties that are set are sent.
public struct EventChanges: Sendable, Hashable, Codable {
  /// The changes to an event's registration settings.
  public struct Track: Sendable, Hashable, Codable {
    /// The kind of registration.
    public var registrationType: String?
    /// The date on which registration ends.
    public var registrationEndsAt: Date? {
      get { registrationEnd?.date }
      set { registrationEnd = newValue.map { Timestamp($0) } }
    }
    /// Whether registration is closed manually.
    public var isClosed: Bool?
    /// The total number of tickets.
    public var capacity: Int?
    /// Whether an order is limited to one ticket.
    public var isLimitedToOneTicket: Bool?
    /// The heading of the tickets.
    public var ticketsHeader: String?
    /// The heading of the items.
    public var itemsHeader: String?
    /// Who pays the platform fee, such as `OWNER`.
    public var platformFeeScope: String?
    /// The promotion codes, which replace the current ones.
    public var promoCodes: [EventPromoCode]?
    /// The images, which replace the current ones.
    public var mediaAssets: [EventTrack.MediaAsset]?

    private var registrationEnd: Timestamp?

    /// Creates an update that changes nothing.
    public init() {}

    enum CodingKeys: String, CodingKey {
      case registrationType = "registration_type"
      case registrationEnd = "registration_end_time"
      case isClosed = "reg_manually_closed_flag"
      case capacity = "overall_ticket_capacity"
      case isLimitedToOneTicket = "restrict_to_single_ticket_flag"
      case ticketsHeader = "tickets_header"
      case itemsHeader = "items_header"
      case platformFeeScope = "platform_fee_scope_type"
      case promoCodes = "promo_codes"
      case mediaAssets = "media_assets"
    }
  }

  /// The public title, at most 100 characters.
  public var title: String?
  /// The internal name, 1 to 100 characters, unique in the account.
  public var name: String?
  /// The description, at most 600 characters.
  public var description: String?
  /// The start date.
  public var startsAt: Date? {
    get { start?.date }
    set { start = newValue.map { Timestamp($0) } }
  }
  /// The end date.
  public var endsAt: Date? {
    get { end?.date }
    set { end = newValue.map { Timestamp($0) } }
  }
  /// The kind of event.
  public var type: String?
  /// The kind of location, such as `PHYSICAL`.
  public var locationType: String?
  /// The time zone.
  public var timeZone: String?
  /// The status.
  public var status: EventDetails.Status?
  /// The currency of the prices, such as `USD`.
  public var currency: String?
  /// The address.
  public var address: EventAddress?
  /// The event's contact person.
  public var contact: EventContact?
  /// The online meeting.
  public var onlineMeeting: EventOnlineMeeting?
  /// The registration settings.
  public var defaultTrack: Track?
  /// Whether the contact person is shown.
  public var showsContact: Bool?
  /// Whether the end time is shown.
  public var showsEndTime: Bool?
  /// Whether the event appears on the account's calendar.
  public var isOnCalendar: Bool?
  /// Whether the time zone is shown.
  public var showsTimeZone: Bool?
  /// Whether the owner is notified of each registration.
  public var notifiesOwner: Bool?
  /// The ID of the event's campaign, which the contract requires in updates.
  public var campaignID: CampaignID?
  /// The event's ID, as in the path.
  public var eventID: EventID?
  /// The event code.
  public var code: String?
  /// The features that the event uses.
  public var metadata: EventDetails.Metadata?
  /// What is configured.
  public var settings: EventDetails.Settings?

  private var start: Timestamp?
  private var end: Timestamp?

  /// Creates an update that changes nothing.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case title
    case name
    case description
    case start = "event_start"
    case end = "event_end"
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
    case eventID = "event_id"
    case code = "event_code"
    case metadata = "event_metadata"
    case settings = "event_settings"
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
