public import ConstantContactCore

/// A promotion code of an event.
public struct EventPromoCode: APIModel {
  /// An item that a promotion code can apply to.
  public struct Item: APIModel {
    /// The item's ID.
    public var id: EventItemID?
    /// The name.
    public var name: String?
    /// Whether the code applies to it.
    public var isAssociated: Bool?
    /// Whether it is shown only after the code is redeemed.
    public var isShownOnRedemption: Bool?
    /// Whether it is hidden.
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

  /// A ticket that a promotion code can apply to.
  public struct Ticket: APIModel {
    /// The ticket's ID.
    public var id: EventTicketID?
    /// The name.
    public var name: String?
    /// The kind of ticket. Constant Contact does not document the values.
    public var type: String?
    /// Whether the code applies to it.
    public var isAssociated: Bool?
    /// Whether it is shown only after the code is redeemed.
    public var isShownOnRedemption: Bool?
    /// Whether it is hidden.
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

  /// The promotion code's ID.
  public var id: EventPromoCodeID?
  /// The code that customers enter.
  public var name: String?
  /// The description.
  public var description: String?
  /// The kind of discount.
  public var type: String?
  /// The scope of the discount.
  public var scope: String?
  /// The discount, in the event's currency.
  public var discountAmount: Double?
  /// The discount, in percent.
  public var discountPercent: Int?
  /// The total number of uses.
  public var quantityTotal: Int?
  /// The number of past uses.
  public var quantityUsed: Int?
  /// The number of remaining uses.
  public var quantityAvailable: Int?
  /// Whether the code is paused.
  public var isPaused: Bool?
  /// Whether the code is limited to a period.
  public var isTimeLimited: Bool?
  /// The start of the period.
  public var startsAt: Timestamp?
  /// The end of the period.
  public var endsAt: Timestamp?
  /// The status.
  public var status: String?
  /// The labels that show the status.
  public var statusLabels: [EventStatusLabel]?
  /// The items that the code can apply to.
  public var items: [Item]?
  /// The tickets that the code can apply to.
  public var tickets: [Ticket]?
  /// The date of deletion.
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
    mapper.map("status_labels", &statusLabels, .readOnly)
    mapper.map("items", &items)
    mapper.map("tickets", &tickets)
    mapper.map("deleted_time", &deletedAt)
  }
}
