public import ConstantContactCore
public import ConstantContactTransport

/// A registration with its form fields, tickets and order.
public struct EventRegistration: Identifiable, APIModel {
  /// A form field of a registration.
  public struct Field: APIModel {
    /// The field's name.
    public var name: String?
    /// The label.
    public var label: String?
    /// The key of the label.
    public var labelKey: String?
    /// The type of the field.
    public var type: FieldType?
    /// The entered value.
    public var value: String?
    /// The choices.
    public var choices: [String]?
    /// The position among the fields.
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
    /// The ticket's key, which checks it in.
    public var key: EventTicketKey?
    /// The name.
    public var name: String?
    /// The price.
    public var price: Double?
    /// The date of check-in.
    public var checkedInAt: Timestamp?
    /// Whether the ticket can be edited.
    public var isEditable: Bool?
    /// The form fields of the ticket.
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

  /// The order and its payment.
  public struct Order: APIModel {
    /// The order's number.
    public var number: String?
    /// The title.
    public var title: String?
    /// The lines.
    public var lines: [Line]?
    /// The method of payment.
    public var paymentMethod: PaymentMethod?
    /// The status of the payment. Its letter case varies.
    public var paymentStatus: PaymentStatus?
    /// The date of payment.
    public var paymentTime: Timestamp?
    /// The ID of the payment transaction.
    public var paymentTransactionID: String?
    /// The URL of the tickets.
    public var ticketsLink: String?
    /// The text of the link to the tickets.
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
    /// The name of the ordered item.
    public var name: String?
    /// The kind of line.
    public var type: String?
    /// The formatted amount.
    public var amount: String?
    /// The amount as a number.
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

  /// The registration's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: EventRegistrationID = ""
  /// The contact who registered.
  public var contactID: ContactID?
  /// The status.
  public var status: Status?
  /// The date of registration.
  public var date: Timestamp?
  /// Whether the tickets are checked in.
  public var checkInStatus: EventCheckInStatus?
  /// The number of tickets that are checked in.
  public var checkedInTickets: Int?
  /// The number of tickets that can be checked in.
  public var eligibleTickets: Int?
  /// Whether physical tickets are shown.
  public var showsPhysicalTickets: Bool?
  /// The form fields of the contact.
  public var contact: [Field]?
  /// The tickets.
  public var tickets: [Ticket]?
  /// The order and its payment.
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
  /// The ID, without personal data.
  public var description: String { "EventRegistration(\(id))" }
}
