public import ConstantContactCore

/// The registration of an event.
public struct EventTrack: Sendable, Hashable, Identifiable, Decodable {
  /// A picture of an event.
  public struct MediaAsset: Sendable, Hashable, Decodable {
    /// What it is for; the vendor publishes no list.
    public let mediaType: String?
    /// Its id in the account's library.
    public let internalID: String?
    /// Its id elsewhere.
    public let externalID: String?
    /// Where it is.
    public let externalURL: String?
    /// When it was added.
    public let createdAt: Timestamp?
    /// When it was changed last.
    public let updatedAt: Timestamp?

    enum CodingKeys: String, CodingKey {
      case mediaType = "media_type"
      case internalID = "internal_id"
      case externalID = "external_id"
      case externalURL = "external_url"
      case createdAt = "create_time"
      case updatedAt = "last_update_time"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      mediaType = container[.mediaType]
      internalID = container[.internalID]
      externalID = container[.externalID]
      externalURL = container[.externalURL]
      createdAt = container[.createdAt]
      updatedAt = container[.updatedAt]
    }
  }

  /// The track's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: EventTrackID
  /// The activity of its page.
  public let campaignActivityID: String?
  /// The activity of its confirmation mail.
  public let confirmationActivityID: String?
  /// How people register.
  public let registrationType: String?
  /// Until when they can.
  public let registrationEndsAt: Timestamp?
  /// Whether it was closed by hand.
  public let isClosed: Bool?
  /// How many tickets there are in all.
  public let capacity: Int?
  /// Whether one may buy only one.
  public let isLimitedToOneTicket: Bool?
  /// The heading above the tickets.
  public let ticketsHeader: String?
  /// The heading above the items.
  public let itemsHeader: String?
  /// Who bears the platform's fee.
  public let platformFeeScope: String?
  /// What is sold beside tickets.
  public let items: [EventItem]?
  /// Promotion codes.
  public let promoCodes: [EventPromoCode]?
  /// Pictures.
  public let mediaAssets: [MediaAsset]?
  /// When it was set up.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "track_id"
    case campaignActivityID = "campaign_activity_id"
    case confirmationActivityID = "conf_email_campaign_activity_id"
    case registrationType = "registration_type"
    case registrationEndsAt = "registration_end_time"
    case isClosed = "reg_manually_closed_flag"
    case capacity = "overall_ticket_capacity"
    case isLimitedToOneTicket = "restrict_to_single_ticket_flag"
    case ticketsHeader = "tickets_header"
    case itemsHeader = "items_header"
    case platformFeeScope = "platform_fee_scope_type"
    case items
    case promoCodes = "promo_codes"
    case mediaAssets = "media_assets"
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    campaignActivityID = container[.campaignActivityID]
    confirmationActivityID = container[.confirmationActivityID]
    registrationType = container[.registrationType]
    registrationEndsAt = container[.registrationEndsAt]
    isClosed = container[.isClosed]
    capacity = container[.capacity]
    isLimitedToOneTicket = container[.isLimitedToOneTicket]
    ticketsHeader = container[.ticketsHeader]
    itemsHeader = container[.itemsHeader]
    platformFeeScope = container[.platformFeeScope]
    items = container.array(.items)
    promoCodes = container.array(.promoCodes)
    mediaAssets = container.array(.mediaAssets)
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
