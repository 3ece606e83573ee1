public import ConstantContactCore
public import ConstantContactTransport

/// The properties of a contact that an account can set, except for the email address.
///
/// ``Contact``, ``NewContact``, ``ContactDraft`` and ``ContactReplacement`` have these properties as their own:
/// `contact.firstName` is `contact.details.firstName`.
///
/// An array that is `nil` is unknown or not mentioned; an empty array means "none".
///
/// See [Contacts overview](https://developer.constantcontact.com/api_guide/contacts_overview.html).
public struct ContactDetails: APIModel {
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
  ///
  /// The API accepts month-day-year and year-month-day with `/` or `-`, and returns `2006-11-15`.
  public var anniversary: String?
  /// The values of custom fields, at most 50.
  ///
  /// The contract's schema says 25; its text and the guide say 50.
  public var customFields: CustomFieldValues?
  /// The phone numbers, at most 3.
  public var phoneNumbers: [PhoneNumber]?
  /// The street addresses, at most 3.
  public var streetAddresses: [StreetAddress]?
  /// The lists that the contact is on, at most 50.
  public var listMemberships: [ListID]?
  /// The contact's tags, at most 50.
  public var taggings: [TagID]?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("first_name", &firstName)
    mapper.map("last_name", &lastName)
    mapper.map("job_title", &jobTitle)
    mapper.map("company_name", &companyName)
    mapper.map("birthday_month", &birthdayMonth)
    mapper.map("birthday_day", &birthdayDay)
    mapper.map("anniversary", &anniversary)
    var fields = customFields.map(Array.init)
    mapper.map("custom_fields", &fields)
    customFields = fields.map { CustomFieldValues($0) }
    mapper.map("phone_numbers", &phoneNumbers)
    mapper.map("street_addresses", &streetAddresses)
    mapper.map("list_memberships", &listMemberships)
    mapper.map("taggings", &taggings)
  }
}

extension ContactDetails: Redacting {
  /// The type's name, without personal data.
  public var description: String { "ContactDetails" }
}
