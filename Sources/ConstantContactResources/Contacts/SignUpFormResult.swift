public import ConstantContactCore

/// The outcome of a sign-up.
public struct SignUpFormResult: APIModel {
  /// What the sign-up did.
  public struct Action: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The contact was created.
    public static let created: Action = "created"
    /// The contact existed and was updated.
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
