public import ConstantContactCore

/// A column of an export, by its API key. The headings in the file are display names, not these keys.
///
/// See [Export contacts](https://developer.constantcontact.com/api_guide/export_contacts.html).
public struct ExportField: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a column from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The first name.
  public static let firstName: ExportField = "first_name"
  /// The last name.
  public static let lastName: ExportField = "last_name"
  /// The contact's ID.
  public static let contactID: ExportField = "contact_id"
  /// The email address.
  public static let emailAddress: ExportField = "email_address"
  /// The lists.
  public static let emailLists: ExportField = "email_lists"
  /// The phone numbers.
  public static let phoneNumber: ExportField = "phone_number"
  /// The company name.
  public static let companyName: ExportField = "company_name"
  /// The job title.
  public static let jobTitle: ExportField = "job_title"
  /// The social media profiles.
  public static let socialProfiles: ExportField = "social_profiles"
  /// The website.
  public static let website: ExportField = "website"
  /// The tags.
  public static let tags: ExportField = "tag"
  /// The notes.
  public static let notes: ExportField = "notes"
  /// The street.
  public static let street: ExportField = "street"
  /// The first line of the street.
  public static let street1: ExportField = "street_1"
  /// The second line of the street.
  public static let street2: ExportField = "street_2"
  /// The city.
  public static let city: ExportField = "city"
  /// The state.
  public static let state: ExportField = "state"
  /// The state outside the USA.
  public static let internationalState: ExportField = "intl_state"
  /// The postal code.
  public static let postalCode: ExportField = "zip"
  /// The country.
  public static let country: ExportField = "country"
  /// The anniversary.
  public static let anniversary: ExportField = "anniversary"
  /// The birthday.
  public static let birthday: ExportField = "birthday"
  /// The day of the birthday.
  public static let birthdayDay: ExportField = "birthday_day"
  /// The month of the birthday.
  public static let birthdayMonth: ExportField = "birthday_month"
  /// The contact's source.
  public static let sourceName: ExportField = "source_name"
  /// The date of creation.
  public static let createdAt: ExportField = "created_at"
  /// The date of the last update.
  public static let updatedAt: ExportField = "updated_at"
  /// The opt-in.
  public static let emailOptIn: ExportField = "email_optin"
  /// The permission to send.
  public static let emailPermission: ExportField = "email_permission"
  /// Who updated the address last.
  public static let emailUpdateSource: ExportField = "email_update_source"
  /// Who opted the contact in.
  public static let emailOptInSource: ExportField = "email_optin_source"
  /// The date of the opt-in.
  public static let emailOptInDate: ExportField = "email_optin_date"
  /// The date of the opt-out.
  public static let emailOptOutDate: ExportField = "email_optout_date"
  /// Who opted the contact out.
  public static let emailOptOutSource: ExportField = "email_optout_source"
  /// The reason for the opt-out.
  public static let emailOptOutReason: ExportField = "email_optout_reason"
  /// The number for text messages.
  public static let smsNumber: ExportField = "sms_number"
  /// The date of the consent to text messages.
  public static let smsConsentDate: ExportField = "sms_consent_date"
  /// The consent to text messages.
  public static let smsStatus: ExportField = "sms_status"

  /// The columns that the API accepts only together with the email address.
  static let consentFields: Set<ExportField> = [
    .emailOptInSource, .emailOptInDate, .emailOptOutSource, .emailOptOutDate, .emailOptOutReason,
  ]
}
