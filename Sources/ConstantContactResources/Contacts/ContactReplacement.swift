public import ConstantContactCore
public import ConstantContactTransport

/// What a contact is to become, whatever it is now.
///
/// **Names, title, company, birthday and anniversary that are `nil` here are emptied on the service's side.** Collections follow
/// their ``FieldChange``: kept by default. To change some properties and keep the rest, use
/// ``ContactsAPI/update(_:source:consent:reviving:_:)``.
public struct ContactReplacement: Sendable, Hashable {
  /// The e-mail address, at most 80 characters.
  public var email: String?
  /// What the account may send; `nil` sends what the contact has, or `not_set` when it had no address.
  public var permission: PermissionToSend?
  /// Who makes the change; the account by default.
  public var updateSource: ContactSource
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company, at most 50 characters.
  public var companyName: String?
  /// The month of the birthday, 1 to 12. Goes with ``birthdayDay``.
  public var birthdayMonth: Int?
  /// The day of the birthday, 1 to 31. Goes with ``birthdayMonth``.
  public var birthdayDay: Int?
  /// The anniversary, at most 10 characters.
  public var anniversary: String?
  /// Values of custom fields.
  public var customFields: FieldChange<[ContactCustomField]> = .keep
  /// Phone numbers.
  public var phoneNumbers: FieldChange<[PhoneNumber]> = .keep
  /// Street addresses.
  public var streetAddresses: FieldChange<[StreetAddress]> = .keep
  /// Lists.
  public var listMemberships: FieldChange<[ListID]> = .keep
  /// Tags.
  public var taggings: FieldChange<[TagID]> = .keep
  /// Notes.
  public var notes: FieldChange<[ContactNote]> = .keep

  /// Makes a replacement that empties all but the address and the collections.
  public init(email: String?, updateSource: ContactSource = .account) {
    self.email = email
    self.updateSource = updateSource
  }

  func body(current: Contact, for operation: String) throws -> ContactBody {
    var details = ContactDetails()
    details.firstName = firstName
    details.lastName = lastName
    details.jobTitle = jobTitle
    details.companyName = companyName
    details.birthdayMonth = birthdayMonth
    details.birthdayDay = birthdayDay
    details.anniversary = anniversary
    var body = ContactBody(details, omittingEmpty: true)
    if let email {
      // The service's own choice for an address that comes without a permission may be one to send.
      let kept = current.email == nil ? .notSet : current.email?.permissionToSend
      let permission = permission ?? kept
      body.email = ContactBody.Email(
        address: email,
        permissionToSend: permission,
        optOutReason: permission == .unsubscribed ? current.email?.optOutReason : nil)
    }
    body.updateSource = updateSource
    // The service knows an empty collection, not an absent one.
    body.customFields = customFields.emptyWhenCleared
    body.phoneNumbers = phoneNumbers.emptyWhenCleared
    body.streetAddresses = streetAddresses.emptyWhenCleared
    body.listMemberships = listMemberships.emptyWhenCleared
    body.taggings = taggings.emptyWhenCleared
    body.notes = notes.emptyWhenCleared
    try body.check(operation)
    return body
  }
}

extension FieldChange where Value: RangeReplaceableCollection {
  fileprivate var emptyWhenCleared: FieldChange {
    if case .clear = self { .set(Value()) } else { self }
  }
}

extension ContactReplacement: Redacting {
  /// None of the personal data.
  public var description: String { "ContactReplacement" }
}
