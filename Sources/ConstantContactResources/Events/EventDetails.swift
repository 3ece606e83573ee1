public import ConstantContactCore

/// An event with all its settings. See the vendor's pages under "Events".
public struct EventDetails: Sendable, Hashable, Identifiable, Decodable {
  /// What is switched on for an event.
  public struct Metadata: Sendable, Hashable, Decodable {
    /// Whether items are sold.
    public let hasItems: Bool?
    /// Whether it costs something.
    public let isPaid: Bool?
    /// Whether promotion codes are taken.
    public let hasPromoCodes: Bool?

    enum CodingKeys: String, CodingKey {
      case hasItems = "items_enabled"
      case isPaid = "paid_event"
      case hasPromoCodes = "promo_codes_enabled"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      hasItems = container[.hasItems]
      isPaid = container[.isPaid]
      hasPromoCodes = container[.hasPromoCodes]
    }
  }

  /// What is set up for an event.
  public struct Settings: Sendable, Hashable, Decodable {
    /// Whether something has to be paid.
    public let requiresPayments: Bool?
    /// Whether items are set up.
    public let hasItems: Bool?
    /// Whether online payment is set up.
    public let hasOnlinePayment: Bool?
    /// Whether payment is set up.
    public let hasPayment: Bool?
    /// Whether promotion codes are set up.
    public let hasPromoCodes: Bool?
    /// Whether tickets are set up.
    public let hasTickets: Bool?

    enum CodingKeys: String, CodingKey {
      case requiresPayments = "event_requires_payments"
      case hasItems = "item_configured"
      case hasOnlinePayment = "online_payment_configured"
      case hasPayment = "payment_configured"
      case hasPromoCodes = "promo_code_configured"
      case hasTickets = "ticket_configured"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      requiresPayments = container[.requiresPayments]
      hasItems = container[.hasItems]
      hasOnlinePayment = container[.hasOnlinePayment]
      hasPayment = container[.hasPayment]
      hasPromoCodes = container[.hasPromoCodes]
      hasTickets = container[.hasTickets]
    }
  }

  /// A mailing that announces an event.
  public struct Promotion: Sendable, Hashable, Decodable {
    /// What kind of mailing.
    public let activitySubtype: String?
    /// The mailing's activity.
    public let campaignActivityID: String?
    /// Its document.
    public let documentID: String?
    /// Its id elsewhere.
    public let externalID: String?
    /// Whether it is the one that came with the event.
    public let isDefault: Bool?

    enum CodingKeys: String, CodingKey {
      case activitySubtype = "assoc_activity_sub_type"
      case campaignActivityID = "campaign_activity_id"
      case documentID = "document_id"
      case externalID = "ext_id"
      case isDefault = "default"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      activitySubtype = container[.activitySubtype]
      campaignActivityID = container[.campaignActivityID]
      documentID = container[.documentID]
      externalID = container[.externalID]
      isDefault = container[.isDefault]
    }
  }

  /// How far an event is.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being prepared.
    public static let draft: Status = "DRAFT"
    /// Open.
    public static let active: Status = "ACTIVE"
    /// Over.
    public static let complete: Status = "COMPLETE"
    /// Called off.
    public static let cancelled: Status = "CANCELLED"
    /// Deleted.
    public static let deleted: Status = "DELETED"
    /// Something went wrong.
    public static let error: Status = "ERROR"
  }

  /// The event's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: EventID
  /// The id of its campaign, which is the same.
  public let campaignID: String?
  /// The title that people see, at most 100 characters.
  public let title: String?
  /// The name in the account, 1 to 100 characters, unique.
  public let name: String?
  /// What it is about, at most 600 characters.
  public let description: String?
  /// How far it is.
  public let status: Status?
  /// What kind of event, such as `PERFORMING_ARTS`; the vendor publishes no list.
  public let type: String?
  /// Where it takes place, such as `PHYSICAL`; the vendor publishes no list.
  public let locationType: String?
  /// When it begins.
  public let startsAt: Timestamp?
  /// When it ends.
  public let endsAt: Timestamp?
  /// Its time zone.
  public let timeZone: String?
  /// Its time zone, in short.
  public let timeZoneAbbreviation: String?
  /// The currency of its prices, such as `USD`.
  public let currency: String?
  /// Its short code.
  public let code: String?
  /// Who organises it, as the service calls them.
  public let organizer: String?
  /// Whom to ask.
  public let contact: EventContact?
  /// Where it takes place.
  public let address: EventAddress?
  /// How to join from afar.
  public let onlineMeeting: EventOnlineMeeting?
  /// Registration: tickets, items, promotions.
  public let defaultTrack: EventTrack?
  /// What is switched on.
  public let metadata: Metadata?
  /// What is set up, where that was asked for.
  public let settings: Settings?
  /// The mailings that announce it.
  public let promotions: [Promotion]?
  /// The mailings that could not be copied.
  public let failedCampaignActivities: [String]?
  /// Where people register.
  public let registrationURL: String?
  /// Its calendar page.
  public let calendarURL: String?
  /// Its widget.
  public let widgetURL: String?
  /// Whether the contact is shown.
  public let showsContact: Bool?
  /// Whether the end is shown.
  public let showsEndTime: Bool?
  /// Whether it is on the account's calendar.
  public let isOnCalendar: Bool?
  /// Whether the time zone is shown.
  public let showsTimeZone: Bool?
  /// Whether the owner hears of each registration.
  public let notifiesOwner: Bool?
  /// When it was created.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// When it was opened.
  public let activatedAt: Timestamp?
  /// When it was called off.
  public let cancelledAt: Timestamp?
  /// When it was deleted.
  public let deletedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "event_id"
    case campaignID = "campaign_id"
    case title
    case name
    case description
    case status
    case type = "event_type"
    case locationType = "location_type"
    case startsAt = "event_start"
    case endsAt = "event_end"
    case timeZone = "time_zone"
    case timeZoneAbbreviation = "time_zone_abbreviation"
    case currency = "currency_type"
    case code = "event_code"
    case organizer = "eso"
    case contact
    case address
    case onlineMeeting = "online_meeting"
    case defaultTrack = "default_track"
    case metadata = "event_metadata"
    case settings = "event_settings"
    case promotions = "event_promotions"
    case failedCampaignActivities = "failed_campaign_activities"
    case registrationURL = "registration_url"
    case calendarURL = "event_calendar_url"
    case widgetURL = "event_widget_url"
    case showsContact = "display_contact_flag"
    case showsEndTime = "display_end_time_flag"
    case isOnCalendar = "display_on_calendar_flag"
    case showsTimeZone = "display_time_zone_flag"
    case notifiesOwner = "notify_owner_on_reg"
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
    case activatedAt = "active_time"
    case cancelledAt = "cancelled_time"
    case deletedAt = "deleted_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    campaignID = container[.campaignID]
    title = container[.title]
    name = container[.name]
    description = container[.description]
    status = container[.status]
    type = container[.type]
    locationType = container[.locationType]
    startsAt = container[.startsAt]
    endsAt = container[.endsAt]
    timeZone = container[.timeZone]
    timeZoneAbbreviation = container[.timeZoneAbbreviation]
    currency = container[.currency]
    code = container[.code]
    organizer = container[.organizer]
    contact = container[.contact]
    address = container[.address]
    onlineMeeting = container[.onlineMeeting]
    defaultTrack = container[.defaultTrack]
    metadata = container[.metadata]
    settings = container[.settings]
    promotions = container.array(.promotions)
    failedCampaignActivities = container.array(.failedCampaignActivities)
    registrationURL = container[.registrationURL]
    calendarURL = container[.calendarURL]
    widgetURL = container[.widgetURL]
    showsContact = container[.showsContact]
    showsEndTime = container[.showsEndTime]
    isOnCalendar = container[.isOnCalendar]
    showsTimeZone = container[.showsTimeZone]
    notifiesOwner = container[.notifiesOwner]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    activatedAt = container[.activatedAt]
    cancelledAt = container[.cancelledAt]
    deletedAt = container[.deletedAt]
  }
}
