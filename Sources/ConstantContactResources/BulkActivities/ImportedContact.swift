public import ConstantContactCore
public import ConstantContactTransport

/// A contact to import. It needs an email address or a number for text messages.
///
/// For an existing contact, only the values that are set here change; its permission does not.
///
/// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
public struct ImportedContact: APIModel {
  /// The email address, at most 50 characters, which identifies the contact.
  public var email: String?
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company name, at most 50 characters.
  public var companyName: String?
  /// The month of the birthday, 1 to 12. Requires ``birthdayDay``.
  public var birthdayMonth: Int?
  /// The day of the birthday, 1 to 31. Requires ``birthdayMonth``.
  public var birthdayDay: Int?
  /// The anniversary, such as `2006-11-15` or `11/15/2006`.
  public var anniversary: String?
  /// A phone number of no particular kind, at most 50 characters. A contact has at most three numbers in all.
  public var phone: String?
  /// The home phone number, at most 50 characters.
  public var homePhone: String?
  /// The work phone number, at most 50 characters.
  public var workPhone: String?
  /// The mobile phone number, at most 50 characters.
  public var mobilePhone: String?
  /// Another phone number, at most 50 characters.
  public var otherPhone: String?
  /// The home address.
  public var homeAddress: ImportedAddress?
  /// The work address.
  public var workAddress: ImportedAddress?
  /// Another address.
  public var otherAddress: ImportedAddress?
  /// The values of custom fields, at most 25 of at most 255 characters each, by the fields' ``CustomField/name``. The
  /// fields must exist.
  public var customFields: [String: String] = [:]
  /// The number for text messages, in the USA: `5081231235` or `508-123-1235`.
  public var smsNumber: String?
  /// The date on which the contact agreed to text messages, in the form of ``anniversary``.
  public var smsConsentDate: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a contact.
  public init(email: String? = nil, firstName: String? = nil, lastName: String? = nil) {
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    for field in Self.texts + Self.phones { mapper.map(field.name, &self[keyPath: field.path]) }
    mapper.map("birthday_month", &birthdayMonth)
    mapper.map("birthday_day", &birthdayDay)
    for address in Self.addresses {
      var value = self[keyPath: address.path] ?? ImportedAddress()
      for field in ImportedAddress.fields { mapper.map(address.prefix + field.name, &value[keyPath: field.path]) }
      self[keyPath: address.path] = value == ImportedAddress() ? nil : value
    }
    mapper.map(prefix: "cf:", &customFields)
  }

  private typealias TextField = (
    name: String, path: any WritableKeyPath<ImportedContact, String?> & Sendable, limit: Int
  )

  private static let texts: [TextField] = [
    ("email", \.email, 50), ("first_name", \.firstName, 50), ("last_name", \.lastName, 50),
    ("job_title", \.jobTitle, 50), ("company_name", \.companyName, 50), ("anniversary", \.anniversary, 10),
    ("sms_number", \.smsNumber, 16), ("sms_consent_date", \.smsConsentDate, 16),
  ]

  private static let phones: [TextField] = [
    ("phone", \.phone, 50), ("home_phone", \.homePhone, 50), ("work_phone", \.workPhone, 50),
    ("mobile_phone", \.mobilePhone, 50), ("other_phone", \.otherPhone, 50),
  ]

  // The home address has names without a prefix, which mean the same: with the prefix, the contract has a space in
  // `home country`, and the API ignores a misspelled name.
  private static let addresses:
    [(prefix: String, path: any WritableKeyPath<ImportedContact, ImportedAddress?> & Sendable)] = [
      ("", \.homeAddress), ("work_", \.workAddress), ("other_", \.otherAddress),
    ]

  /// - Parameter place: The name of this contact in messages.
  package func check(_ operation: String, place: String, smsPermission: ImportSMSPermission?) throws {
    let check = InputCheck(operation)
    try check.require(
      email?.isEmpty == false || smsNumber?.isEmpty == false, place, "has neither `email` nor `sms_number`")
    for field in Self.texts + Self.phones {
      try check.length("\(place).\(field.name)", self[keyPath: field.path], limit: field.limit)
    }
    for address in Self.addresses {
      guard let value = self[keyPath: address.path] else { continue }
      for field in ImportedAddress.fields {
        try check.length("\(place).\(address.prefix)\(field.name)", value[keyPath: field.path], limit: field.limit)
      }
    }
    try check.count("\(place).phone", Self.phones.count { self[keyPath: $0.path] != nil }, limit: 3)
    try check.birthday(month: birthdayMonth, day: birthdayDay, in: "\(place).")
    try check.anniversary("\(place).anniversary", anniversary)
    try check.anniversary("\(place).sms_consent_date", smsConsentDate)
    try check.count("\(place).cf", customFields.count, limit: 25)
    for (name, value) in customFields { try check.length("\(place).cf:\(name)", value, limit: 255) }
    try check.require(
      smsPermission != .explicit || smsNumber == nil || smsConsentDate?.isEmpty == false,
      place, "lacks `sms_consent_date`, which explicit permission requires")
  }
}

extension ImportedContact: Redacting {
  /// The type's name, without personal data.
  public var description: String { "ImportedContact" }
}
