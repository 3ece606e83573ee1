public import ConstantContactCore

/// An item that an event sells in addition to tickets.
public struct EventItem: APIModel {
  /// A variant of an item, such as a size.
  public struct Attribute: APIModel {
    /// The ID.
    public var id: EventItemAttributeID?
    /// The name.
    public var name: String?
    /// The position among the variants.
    public var displayOrder: Int?
    /// The total quantity.
    public var quantityTotal: Int?
    /// The quantity sold.
    public var quantitySold: Int?
    /// The quantity remaining.
    public var quantityRemaining: Int?
    /// Whether the sale is paused.
    public var isPaused: Bool?
    /// The labels that show the status.
    public var statusLabels: [EventStatusLabel]?
    /// The date of creation.
    public var createdAt: Timestamp?
    /// The date of the last update.
    public var updatedAt: Timestamp?
    /// The date of deletion.
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

  /// The item's ID.
  public var id: EventItemID?
  /// The name.
  public var name: String?
  /// The description.
  public var description: String?
  /// The price, in the event's currency.
  public var price: Double?
  /// The total quantity.
  public var quantityTotal: Int?
  /// The quantity sold.
  public var quantitySold: Int?
  /// The quantity remaining.
  public var quantityRemaining: Int?
  /// The maximum quantity per order.
  public var limitPerOrder: Int?
  /// The position among the items.
  public var displayOrder: Int?
  /// Whether the remaining quantity is shown.
  public var showsRemaining: Bool?
  /// Whether the sale is paused.
  public var isPaused: Bool?
  /// Whether it is hidden.
  public var isHidden: Bool?
  /// Whether it can be deleted.
  public var isDeletable: Bool?
  /// Whether the sale is limited to a period.
  public var isTimeLimited: Bool?
  /// The start of the period.
  public var startsAt: Timestamp?
  /// The end of the period.
  public var endsAt: Timestamp?
  /// The ID of the image in the account's library.
  public var mediaID: String?
  /// The URL of the image.
  public var mediaURL: String?
  /// The variants, such as sizes.
  public var attributes: [Attribute]?
  /// The labels that show the status.
  public var statusLabels: [EventStatusLabel]?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The date of deletion.
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
