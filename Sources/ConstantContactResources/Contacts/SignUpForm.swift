public import ConstantContactCore
public import ConstantContactTransport

/// What a person entered into a sign-up form.
///
/// Sending it **raises the permission to `explicit`** (or requests a confirmation, if the account has that enabled), even
/// for a contact that opted out, and revives a deleted contact. Use it only for what the person did.
///
/// The text and number properties of ``ContactDetails``, such as `firstName` and `birthdayMonth`, are available on the form
/// itself:
///
/// ```swift
/// var form = SignUpForm(email: address, lists: [newsletter])
/// form.firstName = "Ann"
/// form.customFields["04fe9a97-a579-43c5-bb1a-58ed29bf0a6a"] = "blue"
/// let result = try await client.contacts.recordSignUp(form, consent: .givenByContact)
/// ```
///
/// See [Create or update a contact](https://developer.constantcontact.com/api_guide/contacts_create_or_update.html).
@dynamicMemberLookup
public struct SignUpForm: APIModel {
  /// The email address. The contract says at most 50 characters here and 80 elsewhere; 80 is checked.
  public var email: String?
  /// The phone number, at most 25 characters.
  public var phoneNumber: String?
  /// The street address.
  public var streetAddress: StreetAddress?
  /// The phone number for text messages.
  public var smsChannel: SMSSignUp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()
  private var details = ContactDetails()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a form.
  ///
  /// - Parameters:
  ///   - email: The email address.
  ///   - lists: The lists to join, 1 to 50.
  public init(email: String?, lists: [ListID]) {
    self.email = email
    self.lists = lists
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("email_address", &email)
    details.mapFields(&mapper)
    mapper.map("phone_number", &phoneNumber)
    mapper.map("street_address", &streetAddress)
    mapper.map("sms_channel", &smsChannel)
  }

  /// The lists to join, 1 to 50. They are added to those that the contact is on.
  public var lists: [ListID] {
    get { details.listMemberships ?? [] }
    set { details.listMemberships = newValue }
  }

  /// The values of custom fields, at most 50. They are added to those that the contact has. A sign-up takes no choices.
  public var customFields: CustomFieldValues {
    get { details.customFields ?? [] }
    set { details.customFields = newValue.isEmpty ? nil : newValue }
  }

  /// A text property of ``ContactDetails``.
  public subscript(dynamicMember keyPath: WritableKeyPath<ContactDetails, String?>) -> String? {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  /// A number property of ``ContactDetails``.
  public subscript(dynamicMember keyPath: WritableKeyPath<ContactDetails, Int?>) -> Int? {
    get { details[keyPath: keyPath] }
    set { details[keyPath: keyPath] = newValue }
  }

  /// The form as it is sent.
  func body(for operation: String) throws -> SignUpForm {
    let check = InputCheck(operation)
    try check.require(email != nil || smsChannel != nil, "a sign-up needs `email_address` or `sms_channel`")
    try check.require(!lists.isEmpty, "list_memberships", "is empty; a sign-up needs a list to join")
    try check.require(
      customFields.allSatisfy { $0.choiceIDs?.isEmpty != false },
      "custom_fields", "has `choice_ids`, which a sign-up does not take; set them with contacts.update(_:_:)")
    var body = self
    body.details = details.withoutBlankText()
    var contact = Contact()
    contact.details = body.details
    contact.phoneNumbers = phoneNumber.map { [PhoneNumber($0, kind: .other)] }
    contact.streetAddresses = streetAddress.map { [$0] }
    contact.email = email.map { address in ContactEmail { $0.address = address } }
    try contact.check(operation)
    return body
  }
}

extension SignUpForm: Redacting {
  /// The number of lists, without personal data.
  public var description: String { "SignUpForm(lists: \(lists.count))" }
}
