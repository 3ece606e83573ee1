public import ConstantContactCore

/// The registration of an event.
public struct EventTrack: Identifiable, APIModel {
  /// A picture of an event.
  public struct MediaAsset: APIModel {
    /// What it is for; the vendor publishes no list.
    public var mediaType: String?
    /// Its id in the account's library.
    public var internalID: String?
    /// Its id elsewhere.
    public var externalID: String?
    /// Where it is.
    public var externalURL: String?
    /// When it was added.
    public var createdAt: Timestamp?
    /// When it was changed last.
    public var updatedAt: Timestamp?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("media_type", &mediaType)
      mapper.map("internal_id", &internalID)
      mapper.map("external_id", &externalID)
      mapper.map("external_url", &externalURL)
      mapper.map("create_time", &createdAt)
      mapper.map("last_update_time", &updatedAt)
    }
  }

  /// The track's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: EventTrackID = ""
  /// The activity of its page.
  public var campaignActivityID: String?
  /// The activity of its confirmation mail.
  public var confirmationActivityID: String?
  /// How people register.
  public var registrationType: String?
  /// Until when they can.
  public var registrationEndsAt: Timestamp?
  /// Whether it was closed by hand.
  public var isClosed: Bool?
  /// How many tickets there are in all.
  public var capacity: Int?
  /// Whether one may buy only one.
  public var isLimitedToOneTicket: Bool?
  /// The heading above the tickets.
  public var ticketsHeader: String?
  /// The heading above the items.
  public var itemsHeader: String?
  /// Who bears the platform's fee.
  public var platformFeeScope: String?
  /// What is sold beside tickets.
  public var items: [EventItem]?
  /// Promotion codes.
  public var promoCodes: [EventPromoCode]?
  /// Pictures.
  public var mediaAssets: [MediaAsset]?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("track_id", &id)
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("conf_email_campaign_activity_id", &confirmationActivityID)
    mapper.map("registration_type", &registrationType)
    mapper.map("registration_end_time", &registrationEndsAt)
    mapper.map("reg_manually_closed_flag", &isClosed)
    mapper.map("overall_ticket_capacity", &capacity)
    mapper.map("restrict_to_single_ticket_flag", &isLimitedToOneTicket)
    mapper.map("tickets_header", &ticketsHeader)
    mapper.map("items_header", &itemsHeader)
    mapper.map("platform_fee_scope_type", &platformFeeScope)
    mapper.map("items", &items)
    mapper.map("promo_codes", &promoCodes)
    mapper.map("media_assets", &mediaAssets)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
  }
}
