public import ConstantContactCore

/// A column of an export, by the service's key. The file's own headings are titles for people, not these keys.
public struct ExportField: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes a column from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The first name.
  public static let firstName: ExportField = "first_name"
  /// The last name.
  public static let lastName: ExportField = "last_name"
  /// The id.
  public static let contactID: ExportField = "contact_id"
  /// The e-mail address.
  public static let emailAddress: ExportField = "email_address"
  /// The lists.
  public static let emailLists: ExportField = "email_lists"
  /// The phone numbers.
  public static let phoneNumber: ExportField = "phone_number"
  /// The company.
  public static let companyName: ExportField = "company_name"
  /// The job title.
  public static let jobTitle: ExportField = "job_title"
  /// The profiles on social networks.
  public static let socialProfiles: ExportField = "social_profiles"
  /// The website.
  public static let website: ExportField = "website"
  /// The tags.
  public static let tags: ExportField = "tag"
  /// The notes.
  public static let notes: ExportField = "notes"
  /// The street.
  public static let street: ExportField = "street"
  /// The street's first line.
  public static let street1: ExportField = "street_1"
  /// The street's second line.
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
  /// The day to remember.
  public static let anniversary: ExportField = "anniversary"
  /// The birthday.
  public static let birthday: ExportField = "birthday"
  /// The day of birth.
  public static let birthdayDay: ExportField = "birthday_day"
  /// The month of birth.
  public static let birthdayMonth: ExportField = "birthday_month"
  /// Where the contact came from.
  public static let sourceName: ExportField = "source_name"
  /// When it was created.
  public static let createdAt: ExportField = "created_at"
  /// When it was changed last.
  public static let updatedAt: ExportField = "updated_at"
  /// The opting in.
  public static let emailOptIn: ExportField = "email_optin"
  /// The permission to send.
  public static let emailPermission: ExportField = "email_permission"
  /// Who changed it last.
  public static let emailUpdateSource: ExportField = "email_update_source"
  /// Who opted in.
  public static let emailOptInSource: ExportField = "email_optin_source"
  /// When it opted in.
  public static let emailOptInDate: ExportField = "email_optin_date"
  /// When it opted out.
  public static let emailOptOutDate: ExportField = "email_optout_date"
  /// Who opted out.
  public static let emailOptOutSource: ExportField = "email_optout_source"
  /// Why it opted out.
  public static let emailOptOutReason: ExportField = "email_optout_reason"
  /// The number for text messages.
  public static let smsNumber: ExportField = "sms_number"
  /// When it agreed to text messages.
  public static let smsConsentDate: ExportField = "sms_consent_date"
  /// Whether it may be texted.
  public static let smsStatus: ExportField = "sms_status"

  /// Columns that come only beside the e-mail address.
  static let consentFields: Set<ExportField> = [
    .emailOptInSource, .emailOptInDate, .emailOptOutSource, .emailOptOutDate, .emailOptOutReason,
  ]
}
