public import ConstantContactCore

/// An event with all its settings. See the vendor's pages under "Events".
public struct EventDetails: Identifiable, APIModel {
  /// What is switched on for an event.
  public struct Metadata: APIModel {
    /// Whether items are sold.
    public var hasItems: Bool?
    /// Whether it costs something.
    public var isPaid: Bool?
    /// Whether promotion codes are taken.
    public var hasPromoCodes: Bool?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("items_enabled", &hasItems)
      mapper.map("paid_event", &isPaid)
      mapper.map("promo_codes_enabled", &hasPromoCodes)
    }
  }

  /// What is set up for an event.
  public struct Settings: APIModel {
    /// Whether something has to be paid.
    public var requiresPayments: Bool?
    /// Whether items are set up.
    public var hasItems: Bool?
    /// Whether online payment is set up.
    public var hasOnlinePayment: Bool?
    /// Whether payment is set up.
    public var hasPayment: Bool?
    /// Whether promotion codes are set up.
    public var hasPromoCodes: Bool?
    /// Whether tickets are set up.
    public var hasTickets: Bool?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("event_requires_payments", &requiresPayments)
      mapper.map("item_configured", &hasItems)
      mapper.map("online_payment_configured", &hasOnlinePayment)
      mapper.map("payment_configured", &hasPayment)
      mapper.map("promo_code_configured", &hasPromoCodes)
      mapper.map("ticket_configured", &hasTickets)
    }
  }

  /// A mailing that announces an event.
  public struct Promotion: APIModel {
    /// What kind of mailing.
    public var activitySubtype: String?
    /// The mailing's activity.
    public var campaignActivityID: String?
    /// Its document.
    public var documentID: String?
    /// Its id elsewhere.
    public var externalID: String?
    /// Whether it is the one that came with the event.
    public var isDefault: Bool?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("assoc_activity_sub_type", &activitySubtype)
      mapper.map("campaign_activity_id", &campaignActivityID)
      mapper.map("document_id", &documentID)
      mapper.map("ext_id", &externalID)
      mapper.map("default", &isDefault)
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
  public var id: EventID = ""
  /// The id of its campaign, which is the same.
  public var campaignID: String?
  /// The title that people see, at most 100 characters.
  public var title: String?
  /// The name in the account, 1 to 100 characters, unique.
  public var name: String?
  /// What it is about, at most 600 characters.
  public var description: String?
  /// How far it is.
  public var status: Status?
  /// What kind of event, such as `PERFORMING_ARTS`; the vendor publishes no list.
  public var type: String?
  /// Where it takes place, such as `PHYSICAL`; the vendor publishes no list.
  public var locationType: String?
  /// When it begins.
  public var startsAt: Timestamp?
  /// When it ends.
  public var endsAt: Timestamp?
  /// Its time zone.
  public var timeZone: String?
  /// Its time zone, in short.
  public var timeZoneAbbreviation: String?
  /// The currency of its prices, such as `USD`.
  public var currency: String?
  /// Its short code.
  public var code: String?
  /// Who organises it, as the service calls them.
  public var organizer: String?
  /// Whom to ask.
  public var contact: EventContact?
  /// Where it takes place.
  public var address: EventAddress?
  /// How to join from afar.
  public var onlineMeeting: EventOnlineMeeting?
  /// Registration: tickets, items, promotions.
  public var defaultTrack: EventTrack?
  /// What is switched on.
  public var metadata: Metadata?
  /// What is set up, where that was asked for.
  public var settings: Settings?
  /// The mailings that announce it.
  public var promotions: [Promotion]?
  /// The mailings that could not be copied.
  public var failedCampaignActivities: [String]?
  /// Where people register.
  public var registrationURL: String?
  /// Its calendar page.
  public var calendarURL: String?
  /// Its widget.
  public var widgetURL: String?
  /// Whether the contact is shown.
  public var showsContact: Bool?
  /// Whether the end is shown.
  public var showsEndTime: Bool?
  /// Whether it is on the account's calendar.
  public var isOnCalendar: Bool?
  /// Whether the time zone is shown.
  public var showsTimeZone: Bool?
  /// Whether the owner hears of each registration.
  public var notifiesOwner: Bool?
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// When it was opened.
  public var activatedAt: Timestamp?
  /// When it was called off.
  public var cancelledAt: Timestamp?
  /// When it was deleted.
  public var deletedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("event_id", &id)
    mapper.map("campaign_id", &campaignID)
    mapper.map("title", &title)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("status", &status)
    mapper.map("event_type", &type)
    mapper.map("location_type", &locationType)
    mapper.map("event_start", &startsAt)
    mapper.map("event_end", &endsAt)
    mapper.map("time_zone", &timeZone)
    mapper.map("time_zone_abbreviation", &timeZoneAbbreviation)
    mapper.map("currency_type", &currency)
    mapper.map("event_code", &code)
    mapper.map("eso", &organizer)
    mapper.map("contact", &contact)
    mapper.map("address", &address)
    mapper.map("online_meeting", &onlineMeeting)
    mapper.map("default_track", &defaultTrack)
    mapper.map("event_metadata", &metadata)
    mapper.map("event_settings", &settings)
    mapper.map("event_promotions", &promotions)
    mapper.map("failed_campaign_activities", &failedCampaignActivities)
    mapper.map("registration_url", &registrationURL)
    mapper.map("event_calendar_url", &calendarURL)
    mapper.map("event_widget_url", &widgetURL)
    mapper.map("display_contact_flag", &showsContact)
    mapper.map("display_end_time_flag", &showsEndTime)
    mapper.map("display_on_calendar_flag", &isOnCalendar)
    mapper.map("display_time_zone_flag", &showsTimeZone)
    mapper.map("notify_owner_on_reg", &notifiesOwner)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
    mapper.map("active_time", &activatedAt)
    mapper.map("cancelled_time", &cancelledAt)
    mapper.map("deleted_time", &deletedAt)
  }
}
