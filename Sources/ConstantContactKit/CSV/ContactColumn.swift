internal import ConstantContactResources

/// A value of a contact that a column of a CSV file supplies, by the heading that Constant Contact's import reads.
///
/// See [Import contacts](https://developer.constantcontact.com/api_guide/import_contacts.html).
public struct ContactColumn: RawRepresentable, Sendable, Hashable {
  /// The heading of the import.
  public let rawValue: String

  /// Creates a column from a heading of the import.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The email address. A file needs it or ``smsNumber``.
  public static let email = ContactColumn(rawValue: "email")
  /// The first name.
  public static let firstName = ContactColumn(rawValue: "first_name")
  /// The last name.
  public static let lastName = ContactColumn(rawValue: "last_name")
  /// The job title.
  public static let jobTitle = ContactColumn(rawValue: "job_title")
  /// The company name.
  public static let companyName = ContactColumn(rawValue: "company_name")
  /// The month of the birthday.
  public static let birthdayMonth = ContactColumn(rawValue: "birthday_month")
  /// The day of the birthday.
  public static let birthdayDay = ContactColumn(rawValue: "birthday_day")
  /// The anniversary.
  public static let anniversary = ContactColumn(rawValue: "anniversary")
  /// A phone number of no particular kind.
  public static let phone = ContactColumn(rawValue: "phone")
  /// The home phone number.
  public static let homePhone = ContactColumn(rawValue: "home_phone")
  /// The work phone number.
  public static let workPhone = ContactColumn(rawValue: "work_phone")
  /// The mobile phone number.
  public static let mobilePhone = ContactColumn(rawValue: "mobile_phone")
  /// Another phone number.
  public static let otherPhone = ContactColumn(rawValue: "other_phone")
  /// The street of the home address.
  public static let street = ContactColumn(rawValue: "street")
  /// The second line of the street.
  public static let street2 = ContactColumn(rawValue: "street2")
  /// The city of the home address.
  public static let city = ContactColumn(rawValue: "city")
  /// The state or province of the home address.
  public static let state = ContactColumn(rawValue: "state")
  /// The postal code of the home address.
  public static let postalCode = ContactColumn(rawValue: "zip")
  /// The country of the home address.
  public static let country = ContactColumn(rawValue: "country")
  /// The number for text messages.
  public static let smsNumber = ContactColumn(rawValue: "sms_number")
  /// The date on which the contact agreed to text messages.
  public static let smsConsentDate = ContactColumn(rawValue: "sms_consent_date")

  /// A custom field.
  ///
  /// - Parameter name: The field's ``CustomField/name``.
  public static func customField(_ name: String) -> ContactColumn { ContactColumn(rawValue: customPrefix + name) }

  /// The column that a heading means; `nil` when it is unknown or ambiguous, such as `Name`.
  ///
  /// - Parameter heading: A heading of the import, the title of an export's column, or a common synonym such as `E-Mail`, `Mobile`
  ///   or `Postcode`; compared by ``CSVHeading/key(for:)``. `cf:` is followed by the exact name of a custom field.
  public init?(heading: String) {
    let heading = heading.trimmed ?? ""
    if heading.lowercased().hasPrefix(Self.customPrefix) {
      guard let name = String(heading.dropFirst(Self.customPrefix.count)).trimmed else { return nil }
      self = .customField(name)
      return
    }
    guard let column = Self.byKey[CSVHeading.key(for: heading)] else { return nil }
    self = column
  }

  /// The columns of the import, apart from custom fields.
  public static let standard: [ContactColumn] =
    texts.map(\.column) + [.birthdayMonth, .birthdayDay]
    + addressPrefixes.flatMap { address in addressParts.map { ContactColumn(rawValue: address.prefix + $0.name) } }

  /// The name of the custom field, if it is one.
  var customFieldName: String? {
    rawValue.hasPrefix(Self.customPrefix) ? String(rawValue.dropFirst(Self.customPrefix.count)) : nil
  }

  /// Sets the value of a contact.
  ///
  /// - Returns: What is wrong with the text; `nil` if it was set.
  func set(_ text: String, in contact: inout ImportedContact) -> String? {
    if let name = customFieldName {
      contact.customFields[name] = text
    } else if let field = Self.texts.first(where: { $0.column == self }) {
      contact[keyPath: field.path] = text
    } else if self == .birthdayMonth || self == .birthdayDay {
      guard let number = Int(text) else { return "is not a number" }
      if self == .birthdayMonth { contact.birthdayMonth = number } else { contact.birthdayDay = number }
    } else {
      for address in Self.addressPrefixes where rawValue.hasPrefix(address.prefix) {
        guard let part = Self.addressParts.first(where: { address.prefix + $0.name == rawValue }) else { continue }
        var value = contact[keyPath: address.path] ?? ImportedAddress()
        value[keyPath: part.path] = text
        contact[keyPath: address.path] = value
      }
    }
    return nil
  }
}

extension ContactColumn {
  private static let customPrefix = "cf:"

  private static let texts: [(column: ContactColumn, path: any WritableKeyPath<ImportedContact, String?> & Sendable)] =
    [
      (.email, \.email), (.firstName, \.firstName), (.lastName, \.lastName), (.jobTitle, \.jobTitle),
      (.companyName, \.companyName), (.anniversary, \.anniversary), (.phone, \.phone), (.homePhone, \.homePhone),
      (.workPhone, \.workPhone), (.mobilePhone, \.mobilePhone), (.otherPhone, \.otherPhone),
      (.smsNumber, \.smsNumber), (.smsConsentDate, \.smsConsentDate),
    ]

  private static let addressPrefixes:
    [(prefix: String, path: any WritableKeyPath<ImportedContact, ImportedAddress?> & Sendable)] = [
      ("", \.homeAddress), ("work_", \.workAddress), ("other_", \.otherAddress),
    ]

  private static let addressParts: [(name: String, path: any WritableKeyPath<ImportedAddress, String?> & Sendable)] = [
    ("street", \.street), ("street2", \.street2), ("city", \.city), ("state", \.state), ("zip", \.postalCode),
    ("country", \.country),
  ]

  /// Other headings with the same meaning, as ``CSVHeading/key(for:)`` has them.
  private static let synonyms: [ContactColumn: [String]] = [
    .email: ["emailaddress", "workemail", "workemailaddress", "businessemail", "primaryemail"],
    .firstName: ["givenname", "forename"], .lastName: ["familyname", "surname"], .jobTitle: ["position"],
    .companyName: ["company", "organization", "organisation"],
    .phone: ["phonenumber", "telephone"], .homePhone: ["phonehome", "homephonenumber"],
    .workPhone: ["phonework", "workphonenumber", "businessphone"],
    .mobilePhone: ["mobile", "phonemobile", "mobilenumber", "mobilephonenumber", "cellphone"],
    .otherPhone: ["phoneother"],
    .street: ["streetaddress", "address", "addressline1", "streetaddressline1", "homestreet"],
    .street2: ["addressline2", "streetaddressline2", "homestreet2"], .city: ["town", "homecity"],
    .state: ["province", "region", "state/province", "state/region", "homestate"],
    .postalCode: ["postcode", "postalcode", "zipcode", "zip/postalcode", "homezip"],
    .country: ["country/region", "homecountry"], .smsNumber: ["smsphonenumber"],
  ]

  private static let byKey: [String: ContactColumn] = {
    var columns: [String: ContactColumn] = [:]
    for column in standard {
      columns[CSVHeading.key(for: column.rawValue)] = column
      for synonym in synonyms[column] ?? [] { columns[synonym] = column }
    }
    return columns
  }()
}
