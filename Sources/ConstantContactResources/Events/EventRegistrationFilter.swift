public import ConstantContactCore

/// The registrations to list, and their order.
public struct EventRegistrationFilter: Sendable, Hashable, Codable {
  /// The sort key of registrations.
  public struct Order: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The first name.
    public static let firstName: Order = "first_name"
    /// The last name.
    public static let lastName: Order = "last_name"
    /// The email address.
    public static let emailAddress: Order = "email_address"
    /// The status of the registration.
    public static let registrationStatus: Order = "registration_status"
    /// The status of the payment.
    public static let paymentStatus: Order = "payment_status"
    /// The number of tickets.
    public static let tickets: Order = "tickets"
    /// The total price.
    public static let total: Order = "total"
  }

  /// The status of the registrations.
  public var status: EventRegistration.Status?
  /// The status of the payments.
  public var paymentStatus: EventRegistration.PaymentStatus?
  /// Text that the registrations contain.
  public var searchText: String?
  /// The sort key.
  public var order: Order?
  /// Whether the order is descending.
  public var isDescending: Bool?

  /// Creates a filter.
  public init(status: EventRegistration.Status? = nil, paymentStatus: EventRegistration.PaymentStatus? = nil) {
    self.status = status
    self.paymentStatus = paymentStatus
  }

  var query: QueryItems {
    var query = QueryItems()
    query.add("registration_status", status?.rawValue)
    query.add("payment_status", paymentStatus?.rawValue)
    query.add("search_text", searchText)
    query.add("sort_by", order?.rawValue)
    query.add("sort_order", isDescending.map { $0 ? "DESC" : "ASC" })
    return query
  }
}
