internal import ConstantContactCore

/// Which registrations to list, and in which order.
public struct EventRegistrationFilter: Sendable, Hashable {
  /// What registrations are sorted by.
  public enum Order: String, Sendable, Hashable {
    /// The first name.
    case firstName = "first_name"
    /// The last name.
    case lastName = "last_name"
    /// The e-mail address.
    case emailAddress = "email_address"
    /// How they stand.
    case registrationStatus = "registration_status"
    /// How their payment stands.
    case paymentStatus = "payment_status"
    /// How many tickets.
    case tickets
    /// What they cost.
    case total
  }

  /// Only registrations that stand like this.
  public var status: EventRegistration.Status?
  /// Only registrations whose payment stands like this.
  public var paymentStatus: EventRegistration.PaymentStatus?
  /// Only registrations with this text in them.
  public var searchText: String?
  /// What they are sorted by.
  public var order: Order?
  /// Whether the last comes first.
  public var isDescending: Bool?

  /// Makes a filter.
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
