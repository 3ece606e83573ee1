public import ConstantContactCore

/// What a sign-up form came to.
public struct SignUpFormResult: APIModel {
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
  public var contactID: ContactID?
  /// Whether it was created or updated.
  public var action: Action?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_id", &contactID)
    mapper.map("action", &action)
  }
}
