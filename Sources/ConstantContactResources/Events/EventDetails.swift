public import ConstantContactCore

/// An event with all its settings.
public struct EventDetails: Identifiable, APIModel {
  /// The features that an event uses.
  public struct Metadata: APIModel {
    /// Whether the event sells items.
    public var hasItems: Bool?
    /// Whether attendance costs money.
    public var isPaid: Bool?
    /// Whether promotion codes are accepted.
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

  /// What has been configured for an event.
  public struct Settings: APIModel {
    /// Whether the event requires payments.
    public var requiresPayments: Bool?
    /// Whether items are configured.
    public var hasItems: Bool?
    /// Whether online payment is configured.
    public var hasOnlinePayment: Bool?
    /// Whether payment is configured.
    public var hasPayment: Bool?
    /// Whether promotion codes are configured.
    public var hasPromoCodes: Bool?
    /// Whether tickets are configured.
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

  /// An email that promotes an event.
  public struct Promotion: APIModel {
    /// The subtype of the campaign activity.
    public var activitySubtype: String?
    /// The campaign activity.
    public var campaignActivityID: CampaignActivityID?
    /// The document.
    public var documentID: CampaignDocumentID?
    /// The ID in an external system.
    public var externalID: String?
    /// Whether this is the default promotion.
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

  /// The status of an event.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A draft.
    public static let draft: Status = "DRAFT"
    /// Published.
    public static let active: Status = "ACTIVE"
    /// Completed.
    public static let complete: Status = "COMPLETE"
    /// Canceled.
    public static let cancelled: Status = "CANCELLED"
    /// Deleted.
    public static let deleted: Status = "DELETED"
    /// Failed.
    public static let error: Status = "ERROR"
  }

  /// The event's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: EventID = ""
  /// The ID of the event's campaign, equal to the event's ID.
  public var campaignID: CampaignID?
  /// The public title, at most 100 characters.
  public var title: String?
  /// The internal name, 1 to 100 characters, unique in the account.
  public var name: String?
  /// The description, at most 600 characters.
  public var description: String?
  /// The status.
  public var status: Status?
  /// The kind of event, such as `PERFORMING_ARTS`. Constant Contact does not document the values.
  public var type: String?
  /// The kind of location, such as `PHYSICAL`. Constant Contact does not document the values.
  public var locationType: String?
  /// The start date.
  public var startsAt: Timestamp?
  /// The end date.
  public var endsAt: Timestamp?
  /// The time zone.
  public var timeZone: String?
  /// The abbreviation of the time zone.
  public var timeZoneAbbreviation: String?
  /// The currency of the prices, such as `USD`.
  public var currency: String?
  /// The event code.
  public var code: String?
  /// The organizer, as named by the API.
  public var organizer: String?
  /// The event's contact person.
  public var contact: EventContact?
  /// The address.
  public var address: EventAddress?
  /// The online meeting.
  public var onlineMeeting: EventOnlineMeeting?
  /// The registration settings, tickets, items and promotion codes.
  public var defaultTrack: EventTrack?
  /// The features that the event uses.
  public var metadata: Metadata?
  /// What has been configured, if requested.
  public var settings: Settings?
  /// The emails that promote the event.
  public var promotions: [Promotion]?
  /// The campaign activities that could not be copied.
  public var failedCampaignActivities: [CampaignActivityID]?
  /// The URL of the registration page.
  public var registrationURL: String?
  /// The URL of the calendar page.
  public var calendarURL: String?
  /// The URL of the widget.
  public var widgetURL: String?
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
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The date of activation.
  public var activatedAt: Timestamp?
  /// The date of cancellation.
  public var cancelledAt: Timestamp?
  /// The date of deletion.
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
