public import ConstantContactCore
public import ConstantContactTransport

/// A registration with everything that was entered and ordered.
public struct EventRegistration: Identifiable, APIModel {
  /// Something that was entered.
  public struct Field: APIModel {
    /// The field's name.
    public var name: String?
    /// What people see.
    public var label: String?
    /// The key of what people see.
    public var labelKey: String?
    /// What it holds.
    public var type: String?
    /// What was entered.
    public var value: String?
    /// What could be chosen.
    public var choices: [String]?
    /// Its place among the fields.
    public var displayOrder: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("field_name", &name)
      mapper.map("field_label", &label)
      mapper.map("label_key", &labelKey)
      mapper.map("field_type", &type)
      mapper.map("field_value", &value)
      mapper.map("choices", &choices)
      mapper.map("display_order", &displayOrder)
    }
  }

  /// A ticket.
  public struct Ticket: APIModel {
    /// The ticket's key, for checking it in.
    public var key: String?
    /// What it is called.
    public var name: String?
    /// What it cost.
    public var price: Double?
    /// When it was checked in.
    public var checkedInAt: Timestamp?
    /// Whether it can be changed.
    public var isEditable: Bool?
    /// What was entered for it.
    public var fields: [Field]?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("order_ticket_key", &key)
      mapper.map("ticket_name", &name)
      mapper.map("price", &price)
      mapper.map("checked_in_time", &checkedInAt)
      mapper.map("editable", &isEditable)
      mapper.map("fields", &fields)
    }
  }

  /// What was ordered and paid.
  public struct Order: APIModel {
    /// The order's number.
    public var number: String?
    /// Its title.
    public var title: String?
    /// Its lines.
    public var lines: [Line]?
    /// How it was paid.
    public var paymentMethod: String?
    /// How the payment stands. The service's case varies.
    public var paymentStatus: PaymentStatus?
    /// When it was paid.
    public var paymentTime: Timestamp?
    /// The payment's id elsewhere.
    public var paymentTransactionID: String?
    /// Where the tickets are.
    public var ticketsLink: String?
    /// What is said of them.
    public var ticketsText: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("number", &number)
      mapper.map("title", &title)
      mapper.map("details", &lines)
      mapper.map("payment_method", &paymentMethod)
      mapper.map("payment_status", &paymentStatus)
      mapper.map("payment_time", &paymentTime)
      mapper.map("payment_transaction_id", &paymentTransactionID)
      mapper.map("tickets_link", &ticketsLink)
      mapper.map("tickets_text", &ticketsText)
    }
  }

  /// A line of an order.
  public struct Line: APIModel {
    /// What was ordered.
    public var name: String?
    /// What kind of line.
    public var type: String?
    /// What it cost, as it is shown.
    public var amount: String?
    /// What it cost.
    public var plainAmount: Double?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("name", &name)
      mapper.map("line_item_type", &type)
      mapper.map("amount", &amount)
      mapper.map("amount_unformatted", &plainAmount)
    }
  }

  /// How a registration stands.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Begun.
    public static let pending: Status = "PENDING"
    /// Done.
    public static let registered: Status = "REGISTERED"
    /// Called off. (One L, other than in a payment.)
    public static let canceled: Status = "CANCELED"
    /// Not finished in time.
    public static let expired: Status = "EXPIRED"
    /// Under way.
    public static let inProgress: Status = "IN_PROGRESS"
    /// Came to nothing.
    public static let failed: Status = "FAILED"
  }

  /// How a payment stands.
  public struct PaymentStatus: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Awaited.
    public static let pending: PaymentStatus = "PENDING"
    /// Done.
    public static let paid: PaymentStatus = "PAID"
    /// Paid back.
    public static let refunded: PaymentStatus = "REFUNDED"
    /// Called off.
    public static let cancelled: PaymentStatus = "CANCELLED"
    /// Came to nothing.
    public static let failed: PaymentStatus = "FAILED"
    /// Taken back by the bank.
    public static let chargedBack: PaymentStatus = "CHARGED_BACK"
    /// Not known.
    public static let unknown: PaymentStatus = "UNKNOWN"
  }

  /// The registration's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: EventRegistrationID = ""
  /// The contact who registered.
  public var contactID: ContactID?
  /// How it stands.
  public var status: Status?
  /// When it was made.
  public var date: Timestamp?
  /// `CHECKED_IN` or `NOT_CHECKED_IN`; an open set.
  public var checkInStatus: String?
  /// How many tickets are checked in.
  public var checkedInTickets: Int?
  /// How many tickets could be.
  public var eligibleTickets: Int?
  /// Whether tickets are printed.
  public var showsPhysicalTickets: Bool?
  /// What the contact entered.
  public var contact: [Field]?
  /// The tickets.
  public var tickets: [Ticket]?
  /// What was ordered and paid.
  public var order: Order?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("registration_id", &id)
    mapper.map("contact_id", &contactID)
    mapper.map("registration_status", &status)
    mapper.map("registration_date", &date)
    mapper.map("checkin_status", &checkInStatus)
    mapper.map("checkedIn_tickets", &checkedInTickets)
    mapper.map("eligible_checkin_tickets", &eligibleTickets)
    mapper.map("display_physical_tickets", &showsPhysicalTickets)
    mapper.map("contact", &contact)
    mapper.map("tickets", &tickets)
    mapper.map("order_summary", &order)
  }
}

extension EventRegistration: Redacting {
  /// The id, none of the personal data.
  public var description: String { "Registration(\(id))" }
}
