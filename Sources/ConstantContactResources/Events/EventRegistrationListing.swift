public import ConstantContactCore
public import ConstantContactTransport

/// A registration as it stands in a listing.
public struct EventRegistrationListing: Sendable, Hashable, Identifiable, Decodable {
  /// The registration's id. Empty when the service sent none; every operation refuses an empty id.
  public let id: EventRegistrationID
  /// The first name.
  public let firstName: String?
  /// The last name.
  public let lastName: String?
  /// The e-mail address.
  public let emailAddress: String?
  /// Whether the registration created the contact.
  public let isNewContact: Bool?
  /// How it stands.
  public let status: EventRegistration.Status?
  /// How the payment stands. The service's case varies.
  public let paymentStatus: EventRegistration.PaymentStatus?
  /// When it was made.
  public let time: Timestamp?
  /// How many tickets.
  public let tickets: Int?
  /// What they cost.
  public let total: Double?
  /// `CHECKED_IN` or `NOT_CHECKED_IN`; an open set.
  public let checkInStatus: String?
  /// How many tickets are checked in.
  public let checkedInTickets: Int?
  /// How many tickets could be.
  public let eligibleTickets: Int?
  /// The track it belongs to.
  public let trackID: EventTrackID?

  enum CodingKeys: String, CodingKey {
    case id = "registration_id"
    case firstName = "first_name"
    case lastName = "last_name"
    case emailAddress = "email_address"
    case isNewContact = "new_contact"
    case status = "registration_status"
    case paymentStatus = "payment_status"
    case time = "registration_time"
    case tickets
    case total
    case checkInStatus = "checkin_status"
    case checkedInTickets = "checkedIn_tickets"
    case eligibleTickets = "eligible_checkin_tickets"
    case trackID = "track_key"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    firstName = container[.firstName]
    lastName = container[.lastName]
    emailAddress = container[.emailAddress]
    isNewContact = container[.isNewContact]
    status = container[.status]
    paymentStatus = container[.paymentStatus]
    time = container[.time]
    tickets = container[.tickets]
    total = container[.total]
    checkInStatus = container[.checkInStatus]
    checkedInTickets = container[.checkedInTickets]
    eligibleTickets = container[.eligibleTickets]
    trackID = container[.trackID]
  }
}

extension EventRegistrationListing: Redacting {
  /// The id, none of the personal data.
  public var description: String { "RegistrationListing(\(id))" }
}
