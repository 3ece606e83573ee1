public import ConstantContactCore

/// Something that is sold at an event beside tickets.
public struct EventItem: Sendable, Hashable, Decodable {
  /// A kind of an item, such as a size.
  public struct Attribute: Sendable, Hashable, Decodable {
    /// Its id.
    public let id: String?
    /// What it is called.
    public let name: String?
    /// Its place among the kinds.
    public let displayOrder: Int?
    /// How many there are.
    public let quantityTotal: Int?
    /// How many are sold.
    public let quantitySold: Int?
    /// How many are left.
    public let quantityRemaining: Int?
    /// Whether it is not sold at present.
    public let isPaused: Bool?
    /// How its status is shown.
    public let statusLabels: [EventStatusLabel]?
    /// When it was set up.
    public let createdAt: Timestamp?
    /// When it was changed last.
    public let updatedAt: Timestamp?
    /// When it was deleted.
    public let deletedAt: Timestamp?

    enum CodingKeys: String, CodingKey {
      case id = "attribute_id"
      case name
      case displayOrder = "display_order"
      case quantityTotal = "quantity_total"
      case quantitySold = "quantity_sold"
      case quantityRemaining = "quantity_remaining"
      case isPaused = "paused_flag"
      case statusLabels = "status_labels"
      case createdAt = "create_time"
      case updatedAt = "last_update_time"
      case deletedAt = "deleted_time"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      id = container[.id]
      name = container[.name]
      displayOrder = container[.displayOrder]
      quantityTotal = container[.quantityTotal]
      quantitySold = container[.quantitySold]
      quantityRemaining = container[.quantityRemaining]
      isPaused = container[.isPaused]
      statusLabels = container.array(.statusLabels)
      createdAt = container[.createdAt]
      updatedAt = container[.updatedAt]
      deletedAt = container[.deletedAt]
    }
  }

  /// The item's id.
  public let id: String?
  /// What it is called.
  public let name: String?
  /// What it is.
  public let description: String?
  /// What it costs, in the event's currency.
  public let price: Double?
  /// How many there are.
  public let quantityTotal: Int?
  /// How many are sold.
  public let quantitySold: Int?
  /// How many are left.
  public let quantityRemaining: Int?
  /// How many one may buy.
  public let limitPerOrder: Int?
  /// Its place among the items.
  public let displayOrder: Int?
  /// Whether it is shown how many are left.
  public let showsRemaining: Bool?
  /// Whether it is not sold at present.
  public let isPaused: Bool?
  /// Whether it is not shown.
  public let isHidden: Bool?
  /// Whether it can be deleted.
  public let isDeletable: Bool?
  /// Whether it is sold for some time only.
  public let isTimeLimited: Bool?
  /// From when.
  public let startsAt: Timestamp?
  /// Until when.
  public let endsAt: Timestamp?
  /// Its picture in the account's library.
  public let mediaID: String?
  /// Where its picture is.
  public let mediaURL: String?
  /// Its kinds, such as sizes.
  public let attributes: [Attribute]?
  /// How its status is shown.
  public let statusLabels: [EventStatusLabel]?
  /// When it was set up.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?
  /// When it was deleted.
  public let deletedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "item_id"
    case name
    case description
    case price
    case quantityTotal = "quantity_total"
    case quantitySold = "quantity_sold"
    case quantityRemaining = "quantity_remaining"
    case limitPerOrder = "limit_per_order"
    case displayOrder = "display_order"
    case showsRemaining = "show_remaining_flag"
    case isPaused = "paused_flag"
    case isHidden = "hidden_flag"
    case isDeletable = "deletable_flag"
    case isTimeLimited = "time_limit_flag"
    case startsAt = "start_time"
    case endsAt = "end_time"
    case mediaID = "media_internal_id"
    case mediaURL = "media_url"
    case attributes
    case statusLabels = "status_labels"
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
    case deletedAt = "deleted_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id]
    name = container[.name]
    description = container[.description]
    price = container[.price]
    quantityTotal = container[.quantityTotal]
    quantitySold = container[.quantitySold]
    quantityRemaining = container[.quantityRemaining]
    limitPerOrder = container[.limitPerOrder]
    displayOrder = container[.displayOrder]
    showsRemaining = container[.showsRemaining]
    isPaused = container[.isPaused]
    isHidden = container[.isHidden]
    isDeletable = container[.isDeletable]
    isTimeLimited = container[.isTimeLimited]
    startsAt = container[.startsAt]
    endsAt = container[.endsAt]
    mediaID = container[.mediaID]
    mediaURL = container[.mediaURL]
    attributes = container.array(.attributes)
    statusLabels = container.array(.statusLabels)
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
    deletedAt = container[.deletedAt]
  }
}
