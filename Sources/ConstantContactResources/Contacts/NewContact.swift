internal import ConstantContactCore
public import ConstantContactTransport

/// A contact to create.
///
/// It needs an email address, a first name, a last name or a phone number for text messages. The properties of ``ContactDetails`` are set on the value
/// itself:
///
/// ```swift
/// var contact = NewContact(email: "ann@example.com")
/// contact.firstName = "Ann"
/// contact.listMemberships = [newsletter]
/// ```
///
/// Decoding restores the permission that was encoded, `explicit` included: decode only what your own code encoded.
@dynamicMemberLookup
public struct NewContact: Sendable, Hashable, Codable {
  /// The email address, at most 80 characters.
  public var email: String?
  /// The permission to send, implicit by default. It is sent with the email address.
  public var permission: InitialPermission
  /// Who creates the contact; the account by default.
  public var createSource: ContactSource
  /// The contact's name, company, birthday, phone numbers, lists and so on.
  public var details = ContactDetails()
  /// The notes, at most 150 of at most 2,000 characters each.
  public var notes: [ContactNote] = []
  /// The phone number for text messages.
  public var smsChannel: NewSMSChannel?

  /// Creates a contact.
  ///
  /// - Parameters:
  ///   - email: The email address, at most 80 characters.
  ///   - permission: The permission to send.
  ///   - createSource: Who creates the contact.
  public init(
    email: String? = nil,
    permission: InitialPermission = .implicit,
    createSource: ContactSource = .account
  ) {
    self.email = email
    self.permission = permission
    self.createSource = createSource
  }

  /// A property of ``details``.
  public subscript<Value>(dynamicMember keyPath: WritableKeyPath<ContactDetails, Value>) -> Value {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  /// A collection of ``details``; empty when it is `nil`.
  public subscript<Elements: ExpressibleByArrayLiteral>(
    dynamicMember keyPath: WritableKeyPath<ContactDetails, Elements?>
  ) -> Elements {
    get { details[keyPath: keyPath] ?? [] }
    set { details[keyPath: keyPath] = newValue }
  }

  func body(for operation: String) throws -> Contact {
    var body = Contact()
    body.details = details.withoutBlankText().withoutEmptyArrays()
    if let email {
      body.email = ContactEmail {
        $0.address = email
        $0.permissionToSend = permission.value
      }
    }
    body.createSource = createSource
    if !notes.isEmpty { body.notes = notes }
    body.smsChannel = try smsChannel?.body(for: operation)
    try InputCheck(operation).require(
      email?.isEmpty == false || body.firstName != nil || body.lastName != nil || smsChannel != nil,
      "a contact needs `email_address`, `first_name`, `last_name` or `sms_channel`")
    try body.check(operation)
    return body
  }
}

extension NewContact: Redacting {
  /// The permission, without personal data.
  public var description: String { "NewContact(\(permission.value))" }
}
