public import ConstantContactCore
public import ConstantContactTransport

/// A registration in a listing.
public struct EventRegistrationListing: Identifiable, APIModel {
  /// The registration's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: EventRegistrationID = ""
  /// The first name.
  public var firstName: String?
  /// The last name.
  public var lastName: String?
  /// The email address.
  public var emailAddress: String?
  /// Whether the registration created the contact.
  public var isNewContact: Bool?
  /// The status.
  public var status: EventRegistration.Status?
  /// The status of the payment. Its letter case varies.
  public var paymentStatus: EventRegistration.PaymentStatus?
  /// The date of registration.
  public var time: Timestamp?
  /// The number of tickets.
  public var tickets: Int?
  /// The total price.
  public var total: Double?
  /// Whether the tickets are checked in.
  public var checkInStatus: EventCheckInStatus?
  /// The number of tickets that are checked in.
  public var checkedInTickets: Int?
  /// The number of tickets that can be checked in.
  public var eligibleTickets: Int?
  /// The track.
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
  /// The ID, without personal data.
  public var description: String { "RegistrationListing(\(id))" }
}
