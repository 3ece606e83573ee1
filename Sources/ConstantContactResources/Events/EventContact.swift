public import ConstantContactCore
public import ConstantContactTransport

/// Whom to ask about an event.
public struct EventContact: APIModel {
  /// The name, at most 100 characters.
  public var name: String?
  /// The organisation, at most 255 characters.
  public var organizationName: String?
  /// The e-mail address, at most 128 characters.
  public var emailAddress: String?
  /// The address that mail comes from, at most 128 characters.
  public var fromEmailAddress: String?
  /// The phone number, at most 25 characters.
  public var phoneNumber: String?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Says nothing yet.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("name", &name)
    mapper.map("organization_name", &organizationName)
    mapper.map("email_address", &emailAddress)
    mapper.map("from_email_address", &fromEmailAddress)
    mapper.map("phone_number", &phoneNumber)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
  }
}

extension EventContact: Redacting {
  /// None of the personal data.
  public var description: String { "EventContact" }
}
