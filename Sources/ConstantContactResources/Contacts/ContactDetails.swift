internal import ConstantContactCore
public import ConstantContactTransport

/// What can be said of a contact beside its address: the part that new contacts and drafts have in common.
public struct ContactDetails: Sendable, Hashable {
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
  /// The anniversary, at most 10 characters, such as `2006-11-15` or `11/15/2006`.
  public var anniversary: String?
  /// Values of custom fields, at most 50. (The contract's schema says 25, its text and the vendor's guide 50.)
  public var customFields: [ContactCustomField] = []
  /// Phone numbers, at most 3.
  public var phoneNumbers: [PhoneNumber] = []
  /// Street addresses, at most 3.
  public var streetAddresses: [StreetAddress] = []
  /// Lists, at most 50.
  public var listMemberships: [ListID] = []
  /// Tags, at most 50.
  public var taggings: [TagID] = []

  /// Says nothing yet.
  public init() {}

  /// Takes over what a contact says.
  public init(_ contact: Contact) {
    firstName = contact.firstName
    lastName = contact.lastName
    jobTitle = contact.jobTitle
    companyName = contact.companyName
    birthdayMonth = contact.birthdayMonth
    birthdayDay = contact.birthdayDay
    anniversary = contact.anniversary
    customFields = contact.customFields ?? []
    phoneNumbers = contact.phoneNumbers ?? []
    streetAddresses = contact.streetAddresses ?? []
    listMemberships = contact.listMemberships ?? []
    taggings = contact.taggings ?? []
  }
}

extension ContactDetails: Redacting {
  /// None of the personal data.
  public var description: String { "ContactDetails" }
}
