public import ConstantContactCore

/// What a sign-up form came to.
public struct SignUpFormResult: Sendable, Hashable, Decodable {
  /// What a sign-up form did.
  public struct Action: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The contact is new.
    public static let created: Action = "created"
    /// The contact was there.
    public static let updated: Action = "updated"
  }

  /// The contact.
  public let contactID: ContactID?
  /// Whether it was created or updated.
  public let action: Action?

  enum CodingKeys: String, CodingKey {
    case contactID = "contact_id"
    case action
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    contactID = container[.contactID]
    action = container[.action]
  }
}
