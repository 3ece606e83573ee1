public import ConstantContactCore
public import ConstantContactTransport

/// A registration with everything that was entered and ordered.
public struct EventRegistration: Sendable, Hashable, Identifiable, Decodable {
  /// Something that was entered.
  public struct Field: Sendable, Hashable, Decodable {
    /// The field's name.
    public let name: String?
    /// What people see.
    public let label: String?
    /// The key of what people see.
    public let labelKey: String?
    /// What it holds.
    public let type: String?
    /// What was entered.
    public let value: String?
    /// What could be chosen.
    public let choices: [String]?
    /// Its place among the fields.
    public let displayOrder: Int?

    enum CodingKeys: String, CodingKey {
      case name = "field_name"
      case label = "field_label"
      case labelKey = "label_key"
      case type = "field_type"
      case value = "field_value"
      case choices
      case displayOrder = "display_order"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      name = container[.name]
      label = container[.label]
      labelKey = container[.labelKey]
      type = container[.type]
      value = container[.value]
      choices = container.array(.choices)
      displayOrder = container[.displayOrder]
    }
  }

  /// A ticket.
  public struct Ticket: Sendable, Hashable, Decodable {
    /// The ticket's key, for checking it in.
    public let key: String?
    /// What it is called.
    public let name: String?
    /// What it cost.
    public let price: Double?
    /// When it was checked in.
    public let checkedInAt: Timestamp?
    /// Whether it can be changed.
    public let isEditable: Bool?
    /// What was entered for it.
    public let fields: [Field]?

    enum CodingKeys: String, CodingKey {
      case key = "order_ticket_key"
      case name = "ticket_name"
      case price
      case checkedInAt = "checked_in_time"
      case isEditable = "editable"
      case fields
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      key = container[.key]
      name = container[.name]
      price = container[.price]
      checkedInAt = container[.checkedInAt]
      isEditable = container[.isEditable]
      fields = container.array(.fields)
    }
  }

  /// What was ordered and paid.
  public struct Order: Sendable, Hashable, Decodable {
    /// The order's number.
    public let number: String?
    /// Its title.
    public let title: String?
    /// Its lines.
    public let lines: [Line]?
    /// How it was paid.
    public let paymentMethod: String?
    /// How the payment stands. The service's case varies.
    public let paymentStatus: PaymentStatus?
    /// When it was paid.
    public let paymentTime: Timestamp?
    /// The payment's id elsewhere.
    public let paymentTransactionID: String?
    /// Where the tickets are.
    public let ticketsLink: String?
    /// What is said of them.
    public let ticketsText: String?

    enum CodingKeys: String, CodingKey {
      case number
      case title
      case lines = "details"
      case paymentMethod = "payment_method"
      case paymentStatus = "payment_status"
      case paymentTime = "payment_time"
      case paymentTransactionID = "payment_transaction_id"
      case ticketsLink = "tickets_link"
      case ticketsText = "tickets_text"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      number = container[.number]
      title = container[.title]
      lines = container.array(.lines)
      paymentMethod = container[.paymentMethod]
      paymentStatus = container[.paymentStatus]
      paymentTime = container[.paymentTime]
      paymentTransactionID = container[.paymentTransactionID]
      ticketsLink = container[.ticketsLink]
      ticketsText = container[.ticketsText]
    }
  }

  /// A line of an order.
  public struct Line: Sendable, Hashable, Decodable {
    /// What was ordered.
    public let name: String?
    /// What kind of line.
    public let type: String?
    /// What it cost, as it is shown.
    public let amount: String?
    /// What it cost.
    public let plainAmount: Double?

    enum CodingKeys: String, CodingKey {
      case name
      case type = "line_item_type"
      case amount
      case plainAmount = "amount_unformatted"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      name = container[.name]
      type = container[.type]
      amount = container[.amount]
      plainAmount = container[.plainAmount]
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
  public let id: EventRegistrationID
  /// The contact who registered.
  public let contactID: ContactID?
  /// How it stands.
  public let status: Status?
  /// When it was made.
  public let date: Timestamp?
  /// `CHECKED_IN` or `NOT_CHECKED_IN`; an open set.
  public let checkInStatus: String?
  /// How many tickets are checked in.
  public let checkedInTickets: Int?
  /// How many tickets could be.
  public let eligibleTickets: Int?
  /// Whether tickets are printed.
  public let showsPhysicalTickets: Bool?
  /// What the contact entered.
  public let contact: [Field]?
  /// The tickets.
  public let tickets: [Ticket]?
  /// What was ordered and paid.
  public let order: Order?

  enum CodingKeys: String, CodingKey {
    case id = "registration_id"
    case contactID = "contact_id"
    case status = "registration_status"
    case date = "registration_date"
    case checkInStatus = "checkin_status"
    case checkedInTickets = "checkedIn_tickets"
    case eligibleTickets = "eligible_checkin_tickets"
    case showsPhysicalTickets = "display_physical_tickets"
    case contact
    case tickets
    case order = "order_summary"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    contactID = container[.contactID]
    status = container[.status]
    date = container[.date]
    checkInStatus = container[.checkInStatus]
    checkedInTickets = container[.checkedInTickets]
    eligibleTickets = container[.eligibleTickets]
    showsPhysicalTickets = container[.showsPhysicalTickets]
    contact = container.array(.contact)
    tickets = container.array(.tickets)
    order = container[.order]
  }
}

extension EventRegistration: Redacting {
  /// The id, none of the personal data.
  public var description: String { "Registration(\(id))" }
}
