public import ConstantContactCore
public import ConstantContactTransport

/// The contact person of an event.
public struct EventContact: APIModel {
  /// The name, at most 100 characters.
  public var name: String?
  /// The organization, at most 255 characters.
  public var organizationName: String?
  /// The email address, at most 128 characters.
  public var emailAddress: String?
  /// The sender's email address, at most 128 characters.
  public var fromEmailAddress: String?
  /// The phone number, at most 25 characters.
  public var phoneNumber: String?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
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
  /// The type, without personal data.
  public var description: String { "EventContact" }
}
