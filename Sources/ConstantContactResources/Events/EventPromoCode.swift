public import ConstantContactCore

/// A promotion code of an event.
public struct EventPromoCode: Sendable, Hashable, Decodable {
  /// An item that a code may apply to.
  public struct Item: Sendable, Hashable, Decodable {
    /// The item's id.
    public let id: String?
    /// What it is called.
    public let name: String?
    /// Whether the code applies to it.
    public let isAssociated: Bool?
    /// Whether it shows only with the code.
    public let isShownOnRedemption: Bool?
    /// Whether it is not shown.
    public let isHidden: Bool?

    enum CodingKeys: String, CodingKey {
      case id = "item_id"
      case name
      case isAssociated = "associated"
      case isShownOnRedemption = "display_item_on_promo_redemption"
      case isHidden = "hidden_flag"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      id = container[.id]
      name = container[.name]
      isAssociated = container[.isAssociated]
      isShownOnRedemption = container[.isShownOnRedemption]
      isHidden = container[.isHidden]
    }
  }

  /// A ticket that a code may apply to.
  public struct Ticket: Sendable, Hashable, Decodable {
    /// The ticket's id.
    public let id: String?
    /// What it is called.
    public let name: String?
    /// What kind of ticket; the vendor publishes no list.
    public let type: String?
    /// Whether the code applies to it.
    public let isAssociated: Bool?
    /// Whether it shows only with the code.
    public let isShownOnRedemption: Bool?
    /// Whether it is not shown.
    public let isHidden: Bool?

    enum CodingKeys: String, CodingKey {
      case id = "ticket_id"
      case name
      case type = "ticket_type"
      case isAssociated = "associated"
      case isShownOnRedemption = "display_ticket_on_promo_redemption"
      case isHidden = "hidden_flag"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      id = container[.id]
      name = container[.name]
      type = container[.type]
      isAssociated = container[.isAssociated]
      isShownOnRedemption = container[.isShownOnRedemption]
      isHidden = container[.isHidden]
    }
  }

  /// The code's id.
  public let id: String?
  /// What people enter.
  public let name: String?
  /// What it is for.
  public let description: String?
  /// What it does.
  public let type: String?
  /// What it applies to.
  public let scope: String?
  /// What it takes off, in the event's currency.
  public let discountAmount: Double?
  /// What it takes off, in percent.
  public let discountPercent: Int?
  /// How often it can be used.
  public let quantityTotal: Int?
  /// How often it was used.
  public let quantityUsed: Int?
  /// How often it can still be used.
  public let quantityAvailable: Int?
  /// Whether it is not taken at present.
  public let isPaused: Bool?
  /// Whether it is taken for some time only.
  public let isTimeLimited: Bool?
  /// From when.
  public let startsAt: Timestamp?
  /// Until when.
  public let endsAt: Timestamp?
  /// How it stands.
  public let status: String?
  /// How its status is shown.
  public let statusLabels: [EventStatusLabel]?
  /// The items it applies to.
  public let items: [Item]?
  /// The tickets it applies to.
  public let tickets: [Ticket]?
  /// When it was deleted.
  public let deletedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id
    case name
    case description
    case type = "discount_code_type"
    case scope = "discount_code_scope"
    case discountAmount = "discount_amount"
    case discountPercent = "discount_percent"
    case quantityTotal = "quantity_total"
    case quantityUsed = "quantity_used"
    case quantityAvailable = "quantity_available"
    case isPaused = "paused_flag"
    case isTimeLimited = "time_limit_flag"
    case startsAt = "start_time"
    case endsAt = "end_time"
    case status
    case statusLabels = "status_labels"
    case items
    case tickets
    case deletedAt = "deleted_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    name = container[.name]
    description = container[.description]
    type = container[.type]
    scope = container[.scope]
    discountAmount = container[.discountAmount]
    discountPercent = container[.discountPercent]
    quantityTotal = container[.quantityTotal]
    quantityUsed = container[.quantityUsed]
    quantityAvailable = container[.quantityAvailable]
    isPaused = container[.isPaused]
    isTimeLimited = container[.isTimeLimited]
    startsAt = container[.startsAt]
    endsAt = container[.endsAt]
    status = container[.status]
    statusLabels = container.array(.statusLabels)
    items = container.array(.items)
    tickets = container.array(.tickets)
    deletedAt = container[.deletedAt]
  }
}
