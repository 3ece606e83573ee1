public import ConstantContactCore
public import ConstantContactTransport

/// Whom to ask about an event.
public struct EventContact: Sendable, Hashable, Codable {
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

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case name
    case organizationName = "organization_name"
    case emailAddress = "email_address"
    case fromEmailAddress = "from_email_address"
    case phoneNumber = "phone_number"
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    name = container[.name]
    organizationName = container[.organizationName]
    emailAddress = container[.emailAddress]
    fromEmailAddress = container[.fromEmailAddress]
    phoneNumber = container[.phoneNumber]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}

extension EventContact: Redacting {
  /// None of the personal data.
  public var description: String { "EventContact" }
}
