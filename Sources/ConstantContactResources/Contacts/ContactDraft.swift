internal import ConstantContactCore
public import ConstantContactTransport

/// A contact that an update changes: all that an account can set, filled with the current values.
///
/// The properties of ``ContactDetails`` are changed on the value itself:
///
/// ```swift
/// try await client.contacts.update(id) { draft in
///   draft.jobTitle = "Director"
///   draft.listMemberships.append(newsletter)
/// }
/// ```
///
/// A collection that the response did not contain reads as empty here; an update that changes it is refused. Notes
/// cannot be changed and stay as they are.
@dynamicMemberLookup
public struct ContactDraft: Sendable, Hashable, Codable {
  /// The email address, at most 80 characters.
  public var email: String?
  /// The permission to send. Raising it takes an ``ExplicitConsent``.
  public var permission: PermissionToSend?
  /// Why the contact opted out, at most 255 characters.
  public var optOutReason: String?
  /// The contact's name, company, birthday, phone numbers, lists and so on.
  public var details: ContactDetails
  /// The new phone number for text messages; `nil`, as at first, keeps the current one, which is in ``Contact/smsChannel``.
  /// Raising its permission takes an ``ExplicitConsent``.
  public var smsChannel: NewSMSChannel?

  /// Creates a draft with a contact's values.
  public init(_ contact: Contact) {
    email = contact.email?.address
    permission = contact.email?.permissionToSend
    optOutReason = contact.email?.optOutReason
    details = contact.details
    // Deletion removes a contact from all lists.
    if contact.deletedAt != nil && details.listMemberships == nil { details.listMemberships = [] }
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

  /// The body of the request that turns a contact into this draft.
  ///
  /// - Throws: ``ConstantContactError`` with code `unreadableResponse` when the draft changes an array that the response
  ///   did not contain; `invalidInput` when a changed value exceeds its limit.
  func body(
    over current: Contact,
    before: ContactDraft,
    permission: PermissionToSend?,
    source: ContactSource,
    for operation: String
  ) throws -> Contact {
    var unknown: [String] = []
    var body = Contact()
    body.details = details.updating(from: before.details, current: current.details, unknown: &unknown)
    guard unknown.isEmpty else {
      let names = unknown.map { "`\($0)`" }.joined(separator: ", ")
      throw ConstantContactError(
        .unreadableResponse,
        "The contact was not updated: the response did not contain \(names), so current values would be lost."
          + " Use replace(_:with:consent:reviving:) to set them whatever they are.",
        operation: operation)
    }
    if let email {
      body.email = ContactEmail {
        $0.address = email
        $0.permissionToSend = permission
        $0.optOutReason = optOutReason
      }
    }
    body.updateSource = source
    body.smsChannel = try smsChannel?.body(for: operation)
    try body.check(operation, against: current)
    return body
  }
}

extension ContactDraft: Redacting {
  /// The permission, without personal data.
  public var description: String { "ContactDraft(\(permission?.rawValue ?? "no permission"))" }
}
