internal import ConstantContactCore
public import ConstantContactTransport

/// The values that replace a contact's, whatever they are.
///
/// **The names, job title, company, birthday and anniversary that are `nil` here are emptied.** Custom fields, phone
/// numbers, addresses, lists, tags and notes are kept when `nil` and emptied when set to an empty array. To change some
/// properties and keep the others, use ``ContactsAPI/update(_:source:consent:reviving:_:)``.
///
/// ```swift
/// var replacement = ContactReplacement(email: "ann@example.com")
/// replacement.lastName = "Lee"
/// replacement.phoneNumbers = []  // removes all phone numbers
/// try await client.contacts.replace(id, with: replacement)
/// ```
@dynamicMemberLookup
public struct ContactReplacement: Sendable, Hashable, Codable {
  /// The email address, at most 80 characters. **`nil` removes the address.**
  public var email: String?
  /// The permission to send; `nil` sends the current one, or `not_set` for an address that the contact did not have.
  public var permission: PermissionToSend?
  /// Who makes the change; the account by default.
  public var updateSource: ContactSource
  /// The contact's name, company, birthday, phone numbers, lists and so on.
  public var details = ContactDetails()
  /// The notes, at most 150 of at most 2,000 characters each; `nil` keeps them.
  public var notes: [ContactNote]?
  /// The new phone number for text messages; `nil` keeps the current one.
  public var smsChannel: NewSMSChannel?

  /// Creates a replacement that keeps the arrays and empties everything but the address.
  public init(email: String?, updateSource: ContactSource = .account) {
    self.email = email
    self.updateSource = updateSource
  }

  /// A property of ``details``.
  public subscript<Value>(dynamicMember keyPath: WritableKeyPath<ContactDetails, Value>) -> Value {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  func body(over current: Contact, for operation: String) throws -> Contact {
    var body = Contact()
    body.details = details.withoutBlankText()
    if let email {
      let permission = try current.permission(wanted: permission)
      body.email = ContactEmail {
        $0.address = email
        $0.permissionToSend = permission
        $0.optOutReason = permission == .unsubscribed ? current.email?.optOutReason : nil
      }
    }
    body.updateSource = updateSource
    body.notes = notes
    body.smsChannel = try smsChannel?.body(for: operation)
    try body.check(operation)
    return body
  }
}

extension ContactReplacement: Redacting {
  /// The type's name, without personal data.
  public var description: String { "ContactReplacement" }
}
