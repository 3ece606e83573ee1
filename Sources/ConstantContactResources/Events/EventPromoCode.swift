public import ConstantContactCore

/// A promotion code of an event.
public struct EventPromoCode: APIModel {
  /// An item that a code may apply to.
  public struct Item: APIModel {
    /// The item's id.
    public var id: String?
    /// What it is called.
    public var name: String?
    /// Whether the code applies to it.
    public var isAssociated: Bool?
    /// Whether it shows only with the code.
    public var isShownOnRedemption: Bool?
    /// Whether it is not shown.
    public var isHidden: Bool?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("item_id", &id)
      mapper.map("name", &name)
      mapper.map("associated", &isAssociated)
      mapper.map("display_item_on_promo_redemption", &isShownOnRedemption)
      mapper.map("hidden_flag", &isHidden)
    }
  }

  /// A ticket that a code may apply to.
  public struct Ticket: APIModel {
    /// The ticket's id.
    public var id: String?
    /// What it is called.
    public var name: String?
    /// What kind of ticket; the vendor publishes no list.
    public var type: String?
    /// Whether the code applies to it.
    public var isAssociated: Bool?
    /// Whether it shows only with the code.
    public var isShownOnRedemption: Bool?
    /// Whether it is not shown.
    public var isHidden: Bool?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("ticket_id", &id)
      mapper.map("name", &name)
      mapper.map("ticket_type", &type)
      mapper.map("associated", &isAssociated)
      mapper.map("display_ticket_on_promo_redemption", &isShownOnRedemption)
      mapper.map("hidden_flag", &isHidden)
    }
  }

  /// The code's id.
  public var id: String?
  /// What people enter.
  public var name: String?
  /// What it is for.
  public var description: String?
  /// What it does.
  public var type: String?
  /// What it applies to.
  public var scope: String?
  /// What it takes off, in the event's currency.
  public var discountAmount: Double?
  /// What it takes off, in percent.
  public var discountPercent: Int?
  /// How often it can be used.
  public var quantityTotal: Int?
  /// How often it was used.
  public var quantityUsed: Int?
  /// How often it can still be used.
  public var quantityAvailable: Int?
  /// Whether it is not taken at present.
  public var isPaused: Bool?
  /// Whether it is taken for some time only.
  public var isTimeLimited: Bool?
  /// From when.
  public var startsAt: Timestamp?
  /// Until when.
  public var endsAt: Timestamp?
  /// How it stands.
  public var status: String?
  /// How its status is shown.
  public var statusLabels: [EventStatusLabel]?
  /// The items it applies to.
  public var items: [Item]?
  /// The tickets it applies to.
  public var tickets: [Ticket]?
  /// When it was deleted.
  public var deletedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("id", &id)
    mapper.map("name", &name)
    mapper.map("description", &description)
    mapper.map("discount_code_type", &type)
    mapper.map("discount_code_scope", &scope)
    mapper.map("discount_amount", &discountAmount)
    mapper.map("discount_percent", &discountPercent)
    mapper.map("quantity_total", &quantityTotal)
    mapper.map("quantity_used", &quantityUsed)
    mapper.map("quantity_available", &quantityAvailable)
    mapper.map("paused_flag", &isPaused)
    mapper.map("time_limit_flag", &isTimeLimited)
    mapper.map("start_time", &startsAt)
    mapper.map("end_time", &endsAt)
    mapper.map("status", &status)
    mapper.map("status_labels", &statusLabels)
    mapper.map("items", &items)
    mapper.map("tickets", &tickets)
    mapper.map("deleted_time", &deletedAt)
  }
}
