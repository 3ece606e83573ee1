internal import ConstantContactCore
public import ConstantContactTransport

/// A contact to be created.
///
/// It needs an e-mail address, a first name or a last name. Names, phones, lists and so on are those of
/// ``ContactDetails`` and are set on the value itself:
///
/// ```swift
/// var contact = NewContact(email: "ann@example.com")
/// contact.firstName = "Ann"
/// contact.listMemberships = [newsletter]
/// ```
@dynamicMemberLookup
public struct NewContact: Sendable, Hashable {
  /// The e-mail address, at most 80 characters.
  public var email: String?
  /// What the account may send; implicit by default. It goes with the e-mail address.
  public var permission: InitialPermission
  /// Who creates the contact; the account by default.
  public var createSource: ContactSource
  /// Everything else.
  public var details = ContactDetails()
  /// Notes, at most 150 of at most 2,000 characters.
  public var notes: [ContactNote] = []

  /// Makes a contact.
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

  func body(for operation: String) throws -> ContactBody {
    var body = ContactBody(details, omittingEmpty: true)
    if let email { body.email = ContactBody.Email(address: email, permissionToSend: permission.value) }
    body.createSource = createSource
    if !notes.isEmpty { body.notes = .set(notes) }
    try InputCheck(operation).require(
      [email, details.firstName, details.lastName].contains { $0?.isEmpty == false },
      "email_address", "is missing, and so are `first_name` and `last_name`")
    try body.check(operation)
    return body
  }
}

extension NewContact: Redacting {
  /// The permission, none of the personal data.
  public var description: String { "NewContact(\(permission.value))" }
}
