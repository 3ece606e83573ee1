internal import ConstantContactCore
public import ConstantContactTransport

/// A contact being changed: all that a caller can set, filled with what the service has.
///
/// Names, phones, lists and so on are those of ``ContactDetails`` and are changed on the value itself, as in
/// ``ContactsAPI/update(_:source:consent:reviving:_:)``. Notes and the phone for text messages are left as they are.
@dynamicMemberLookup
public struct ContactDraft: Sendable, Hashable {
  /// The e-mail address, at most 80 characters.
  public var email: String?
  /// What the account may send. To raise it, hand `update` an ``ExplicitConsent``.
  public var permission: PermissionToSend?
  /// Why the contact opted out, at most 255 characters.
  public var optOutReason: String?
  /// Everything else.
  public var details: ContactDetails

  /// Takes over what a contact says.
  public init(_ contact: Contact) {
    email = contact.email?.address
    permission = contact.email?.permissionToSend
    optOutReason = contact.email?.optOutReason
    details = ContactDetails(contact)
  }

  /// A property of ``details``.
  public subscript<Value>(dynamicMember keyPath: WritableKeyPath<ContactDetails, Value>) -> Value {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  /// The body that turns a contact into this draft. What it shares with the contact is sent back unchecked.
  func body(over current: Contact, source: ContactSource, for operation: String) throws -> ContactBody {
    let body = unchecked(over: current, source: source)
    try body.check(operation, against: ContactDraft(current).unchecked(over: current, source: source))
    return body
  }

  private func unchecked(over current: Contact, source: ContactSource) -> ContactBody {
    var body = ContactBody(details, omittingEmpty: false)
    if let email {
      body.email = ContactBody.Email(address: email, permissionToSend: permission, optOutReason: optOutReason)
    }
    body.updateSource = source
    // A collection that did not come is not known to be empty: sending it empty might empty it.
    if current.customFields == nil && details.customFields.isEmpty { body.customFields = .keep }
    if current.phoneNumbers == nil && details.phoneNumbers.isEmpty { body.phoneNumbers = .keep }
    if current.streetAddresses == nil && details.streetAddresses.isEmpty { body.streetAddresses = .keep }
    if current.listMemberships == nil && details.listMemberships.isEmpty { body.listMemberships = .keep }
    if current.taggings == nil && details.taggings.isEmpty { body.taggings = .keep }
    return body
  }
}

extension ContactDraft: Redacting {
  /// The permission, none of the personal data.
  public var description: String { "ContactDraft(\(permission?.rawValue ?? "no permission"))" }
}
