internal import ConstantContactCore
public import ConstantContactTransport

/// A contact to be imported. It needs an address or a number for text messages.
///
/// Of a contact that exists already only what is set here changes; its permission does not.
public struct ImportedContact: Sendable, Hashable, Encodable {
  /// The e-mail address, at most 50 characters: what contacts are told apart by.
  public var email: String?
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company, at most 50 characters.
  public var companyName: String?
  /// The month of birth, 1 to 12. Month and day go together.
  public var birthdayMonth: Int?
  /// The day of birth, 1 to 31.
  public var birthdayDay: Int?
  /// A day to remember, such as `2006-11-15` or `11/15/2006`.
  public var anniversary: String?
  /// A number of no kind, at most 50 characters. At most three numbers can be set in all.
  public var phone: String?
  /// The number at home, at most 50 characters.
  public var homePhone: String?
  /// The number at work, at most 50 characters.
  public var workPhone: String?
  /// The mobile number, at most 50 characters.
  public var mobilePhone: String?
  /// Another number, at most 50 characters.
  public var otherPhone: String?
  /// The address at home.
  public var homeAddress: ImportedAddress?
  /// The address at work.
  public var workAddress: ImportedAddress?
  /// Another address.
  public var otherAddress: ImportedAddress?
  /// Values of custom fields, at most 255 characters each, by the fields' ``CustomField/name``. The fields have to
  /// exist; 25 at most.
  public var customFields: [String: String] = [:]
  /// The number for text messages, in the USA: `5081231235` or `508-123-1235`.
  public var smsNumber: String?
  /// When the contact agreed to text messages, as in ``anniversary``.
  public var smsConsentDate: String?

  /// Makes a contact.
  public init(email: String? = nil, firstName: String? = nil, lastName: String? = nil) {
    self.email = email
    self.firstName = firstName
    self.lastName = lastName
  }

  private var phones: [(name: String, value: String?, limit: Int)] {
    [
      ("phone", phone, 50), ("home_phone", homePhone, 50), ("work_phone", workPhone, 50),
      ("mobile_phone", mobilePhone, 50), ("other_phone", otherPhone, 50),
    ]
  }

  /// The properties that are text. The address at home goes by the names without a prefix, which mean the same: with
  /// it, the contract has a blank in `home country`, and a misspelled name would be ignored in silence.
  private var texts: [(name: String, value: String?, limit: Int)] {
    [
      ("email", email, 50), ("first_name", firstName, 50), ("last_name", lastName, 50), ("job_title", jobTitle, 50),
      ("company_name", companyName, 50), ("anniversary", anniversary, 50), ("sms_number", smsNumber, 16),
      ("sms_consent_date", smsConsentDate, 16),
    ] + phones + (homeAddress?.fields(prefix: "") ?? []) + (workAddress?.fields(prefix: "work_") ?? [])
      + (otherAddress?.fields(prefix: "other_") ?? [])
  }

  /// Encodes what is set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TextKey.self)
    for text in texts { try container.encodeIfPresent(text.value, forKey: TextKey(text.name)) }
    try container.encodeIfPresent(birthdayMonth, forKey: TextKey("birthday_month"))
    try container.encodeIfPresent(birthdayDay, forKey: TextKey("birthday_day"))
    for (name, value) in customFields { try container.encode(value, forKey: TextKey("cf:" + name)) }
  }

  /// - Parameter place: How messages name this contact.
  func check(_ operation: String, place: String, smsPermission: ImportSMSPermission?) throws {
    let check = InputCheck(operation)
    try check.require(
      email?.isEmpty == false || smsNumber?.isEmpty == false, place, "has neither `email` nor `sms_number`")
    for text in texts { try check.length("\(place).\(text.name)", text.value, limit: text.limit) }
    try check.count("\(place).phone_numbers", phones.count { $0.value != nil }, limit: 3)
    try check.range("\(place).birthday_month", birthdayMonth, 1...12)
    try check.range("\(place).birthday_day", birthdayDay, 1...31)
    try check.require(
      (birthdayMonth == nil) == (birthdayDay == nil), place, "has only one of `birthday_month` and `birthday_day`")
    try check.count("\(place).custom_fields", customFields.count, limit: 25)
    for (name, value) in customFields { try check.length("\(place).cf:\(name)", value, limit: 255) }
    try check.require(
      smsPermission != .explicit || smsNumber == nil || smsConsentDate?.isEmpty == false,
      "\(place).sms_consent_date", "is missing, which explicit permission requires")
  }
}

extension ImportedContact: Redacting {
  /// Nothing of the contact.
  public var description: String { "ImportedContact" }
}
