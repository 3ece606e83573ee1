internal import ConstantContactCore

/// The registrations to list, and their order.
public struct EventRegistrationFilter: Sendable, Hashable {
  /// The sort key of registrations.
  public enum Order: String, Sendable, Hashable {
    /// The first name.
    case firstName = "first_name"
    /// The last name.
    case lastName = "last_name"
    /// The email address.
    case emailAddress = "email_address"
    /// The status of the registration.
    case registrationStatus = "registration_status"
    /// The status of the payment.
    case paymentStatus = "payment_status"
    /// The number of tickets.
    case tickets
    /// The total price.
    case total
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
