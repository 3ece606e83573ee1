public import ConstantContactCore

/// The registration settings of an event.
public struct EventTrack: Identifiable, APIModel {
  /// An image of an event.
  public struct MediaAsset: APIModel {
    /// The purpose. Constant Contact does not document the values.
    public var mediaType: String?
    /// The ID in the account's library.
    public var internalID: String?
    /// The ID in an external system.
    public var externalID: String?
    /// The URL.
    public var externalURL: String?
    /// The date of creation.
    public var createdAt: Timestamp?
    /// The date of the last update.
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

  /// The track's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: EventTrackID = ""
  /// The campaign activity of the registration page.
  public var campaignActivityID: CampaignActivityID?
  /// The campaign activity of the confirmation email.
  public var confirmationActivityID: CampaignActivityID?
  /// The kind of registration.
  public var registrationType: String?
  /// The date on which registration ends.
  public var registrationEndsAt: Timestamp?
  /// Whether registration was closed manually.
  public var isClosed: Bool?
  /// The total number of tickets.
  public var capacity: Int?
  /// Whether an order is limited to one ticket.
  public var isLimitedToOneTicket: Bool?
  /// The heading of the tickets.
  public var ticketsHeader: String?
  /// The heading of the items.
  public var itemsHeader: String?
  /// Who pays the platform fee.
  public var platformFeeScope: String?
  /// The items for sale.
  public var items: [EventItem]?
  /// The promotion codes.
  public var promoCodes: [EventPromoCode]?
  /// The images.
  public var mediaAssets: [MediaAsset]?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
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
