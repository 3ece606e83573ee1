public import ConstantContactCore

/// Something that is sold at an event beside tickets.
public struct EventItem: APIModel {
  /// A kind of an item, such as a size.
  public struct Attribute: APIModel {
    /// Its id.
    public var id: String?
    /// What it is called.
    public var name: String?
    /// Its place among the kinds.
    public var displayOrder: Int?
    /// How many there are.
    public var quantityTotal: Int?
    /// How many are sold.
    public var quantitySold: Int?
    /// How many are left.
    public var quantityRemaining: Int?
    /// Whether it is not sold at present.
    public var isPaused: Bool?
    /// How its status is shown.
    public var statusLabels: [EventStatusLabel]?
    /// When it was set up.
    public var createdAt: Timestamp?
    /// When it was changed last.
    public var updatedAt: Timestamp?
    /// When it was deleted.
    public var deletedAt: Timestamp?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("attribute_id", &id)
      mapper.map("name", &name)
      mapper.map("display_order", &displayOrder)
      mapper.map("quantity_total", &quantityTotal)
      mapper.map("quantity_sold", &quantitySold)
      mapper.map("quantity_remaining", &quantityRemaining)
      mapper.map("paused_flag", &isPaused)
      mapper.map("status_labels", &statusLabels)
      mapper.map("create_time", &createdAt)
      mapper.map("last_update_time", &updatedAt)
      mapper.map("deleted_time", &deletedAt)
    }
  }

  /// The item's id.
  public var id: String?
  /// What it is called.
  public var name: String?
  /// What it is.
  public var description: String?
  /// What it costs, in the event's currency.
  public var price: Double?
  /// How many there are.
  public var quantityTotal: Int?
  /// How many are sold.
  public var quantitySold: Int?
  /// How many are left.
  public var quantityRemaining: Int?
  /// How many one may buy.
  public var limitPerOrder: Int?
  /// Its place among the items.
  public var displayOrder: Int?
  /// Whether it is shown how many are left.
  public var showsRemaining: Bool?
  /// Whether it is not sold at present.
  public var isPaused: Bool?
  /// Whether it is not shown.
  public var isHidden: Bool?
  /// Whether it can be deleted.
  public var isDeletable: Bool?
  /// Whether it is sold for some time only.
  public var isTimeLimited: Bool?
  /// From when.
  public var startsAt: Timestamp?
  /// Until when.
  public var endsAt: Timestamp?
  /// Its picture in the account's library.
  public var mediaID: String?
  /// Where its picture is.
  public var mediaURL: String?
  /// Its kinds, such as sizes.
  public var attributes: [Attribute]?
  /// How its status is shown.
  public var statusLabels: [EventStatusLabel]?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// When it was deleted.
  public var deletedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("item_id", &id)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("price", &price)
    mapper.map("quantity_total", &quantityTotal)
    mapper.map("quantity_sold", &quantitySold)
    mapper.map("quantity_remaining", &quantityRemaining)
    mapper.map("limit_per_order", &limitPerOrder)
    mapper.map("display_order", &displayOrder)
    mapper.map("show_remaining_flag", &showsRemaining)
    mapper.map("paused_flag", &isPaused)
    mapper.map("hidden_flag", &isHidden)
    mapper.map("deletable_flag", &isDeletable)
    mapper.map("time_limit_flag", &isTimeLimited)
    mapper.map("start_time", &startsAt)
    mapper.map("end_time", &endsAt)
    mapper.map("media_internal_id", &mediaID)
    mapper.map("media_url", &mediaURL)
    mapper.map("attributes", &attributes)
    mapper.map("status_labels", &statusLabels)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
    mapper.map("deleted_time", &deletedAt)
  }
}
