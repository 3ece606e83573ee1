public import ConstantContactCore
public import ConstantContactTransport

/// A registration as it stands in a listing.
public struct EventRegistrationListing: Identifiable, APIModel {
  /// The registration's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: EventRegistrationID = ""
  /// The first name.
  public var firstName: String?
  /// The last name.
  public var lastName: String?
  /// The e-mail address.
  public var emailAddress: String?
  /// Whether the registration created the contact.
  public var isNewContact: Bool?
  /// How it stands.
  public var status: EventRegistration.Status?
  /// How the payment stands. The service's case varies.
  public var paymentStatus: EventRegistration.PaymentStatus?
  /// When it was made.
  public var time: Timestamp?
  /// How many tickets.
  public var tickets: Int?
  /// What they cost.
  public var total: Double?
  /// `CHECKED_IN` or `NOT_CHECKED_IN`; an open set.
  public var checkInStatus: String?
  /// How many tickets are checked in.
  public var checkedInTickets: Int?
  /// How many tickets could be.
  public var eligibleTickets: Int?
  /// The track it belongs to.
  public var trackID: EventTrackID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("registration_id", &id)
    mapper.map("first_name", &firstName)
    mapper.map("last_name", &lastName)
    mapper.map("email_address", &emailAddress)
    mapper.map("new_contact", &isNewContact)
    mapper.map("registration_status", &status)
    mapper.map("payment_status", &paymentStatus)
    mapper.map("registration_time", &time)
    mapper.map("tickets", &tickets)
    mapper.map("total", &total)
    mapper.map("checkin_status", &checkInStatus)
    mapper.map("checkedIn_tickets", &checkedInTickets)
    mapper.map("eligible_checkin_tickets", &eligibleTickets)
    mapper.map("track_key", &trackID)
  }
}

extension EventRegistrationListing: Redacting {
  /// The id, none of the personal data.
  public var description: String { "RegistrationListing(\(id))" }
}
