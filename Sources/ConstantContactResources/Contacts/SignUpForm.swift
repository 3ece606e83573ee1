internal import ConstantContactCore
public import ConstantContactTransport

/// What a person entered into a sign-up form.
///
/// Sending it **raises the permission to `explicit`** (or asks for confirmation, where the account is set up so), also that of
/// somebody who had opted out, and brings a deleted contact back. It is for what people did themselves.
public struct SignUpForm: Sendable, Hashable, Encodable {
  /// A value for a custom field. Fields are added to those a contact has.
  public struct Field: Sendable, Hashable, Encodable {
    /// Which field.
    public var id: CustomFieldID
    /// The value, at most 255 characters.
    public var value: String

    /// Makes a value.
    public init(_ id: CustomFieldID, value: String) {
      self.id = id
      self.value = value
    }

    enum CodingKeys: String, CodingKey {
      case id = "custom_field_id"
      case value
    }
  }

  /// The e-mail address. (The contract says at most 50 characters here and 80 elsewhere; 80 is checked.)
  public var email: String?
  /// The lists to join, 1 to 50. They are added to those a contact is on.
  public var lists: [ListID]
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company, at most 50 characters.
  public var companyName: String?
  /// The phone number, at most 25 characters.
  public var phoneNumber: String?
  /// The month of the birthday, 1 to 12. Goes with ``birthdayDay``.
  public var birthdayMonth: Int?
  /// The day of the birthday, 1 to 31. Goes with ``birthdayMonth``.
  public var birthdayDay: Int?
  /// The anniversary, at most 10 characters.
  public var anniversary: String?
  /// The street address.
  public var streetAddress: StreetAddress?
  /// Values for custom fields, at most 50.
  public var customFields: [Field]?
  /// The phone for text messages.
  public var smsChannel: SMSSignUp?

  /// Makes a form.
  public init(email: String?, lists: [ListID]) {
    self.email = email
    self.lists = lists
  }

  enum CodingKeys: String, CodingKey {
    case email = "email_address"
    case lists = "list_memberships"
    case firstName = "first_name"
    case lastName = "last_name"
    case jobTitle = "job_title"
    case companyName = "company_name"
    case phoneNumber = "phone_number"
    case birthdayMonth = "birthday_month"
    case birthdayDay = "birthday_day"
    case anniversary
    case streetAddress = "street_address"
    case customFields = "custom_fields"
    case smsChannel = "sms_channel"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(
      email != nil || smsChannel != nil, "email_address", "is missing, and so is `sms_channel`")
    try check.require(!lists.isEmpty, "list_memberships", "is empty, and a sign-up requires a list")
    var details = ContactDetails()
    details.firstName = firstName
    details.lastName = lastName
    details.jobTitle = jobTitle
    details.companyName = companyName
    details.birthdayMonth = birthdayMonth
    details.birthdayDay = birthdayDay
    details.anniversary = anniversary
    details.listMemberships = lists
    details.phoneNumbers = phoneNumber.map { [PhoneNumber($0, kind: .other)] } ?? []
    details.streetAddresses = streetAddress.map { [$0] } ?? []
    details.customFields = (customFields ?? []).map { ContactCustomField($0.id, value: $0.value) }
    var body = ContactBody(details, omittingEmpty: true)
    if let email { body.email = ContactBody.Email(address: email) }
    try body.check(operation)
  }
}

extension SignUpForm: Redacting {
  /// How many lists, none of the personal data.
  public var description: String { "SignUpForm(\(lists.count) list(s))" }
}
