/// A field of a lead that a column can supply.
public enum LeadField: String, Sendable, Hashable, CaseIterable {
  /// The email address at work, which is preferred.
  case workEmail = "work_email"
  /// The personal email address.
  case personalEmail = "personal_email"
  /// The first name.
  case firstName = "first_name"
  /// The last name.
  case lastName = "last_name"
  /// The job title.
  case jobTitle = "job_title"
  /// The name of the company.
  case companyName = "company_name"
  /// The phone number at work.
  case workPhone = "work_phone"
  /// The personal phone number.
  case personalPhone = "personal_phone"
  /// The street of the postal address.
  case street
  /// The city.
  case city
  /// The state or province.
  case state
  /// The postal code.
  case postalCode = "postal_code"
  /// The country.
  case country

  /// The fields that can contain an email address.
  public static let emails: [LeadField] = [.workEmail, .personalEmail]

  /// The field that a heading means; `nil` when the heading is unknown or ambiguous.
  ///
  /// - Parameter title: The heading in any spelling that ``LeadColumn/key(for:)`` maps to a known one.
  public init?(heading title: String) {
    guard let field = Self.byKey[LeadColumn.key(for: title)] else { return nil }
    self = field
  }

  /// The keys of the headings that mean this field, in order of precedence. The first is the name of the field.
  var keys: [String] { [LeadColumn.key(for: rawValue)] + aliases }

  /// Returns why a heading is not used although it looks familiar, such as `Name`; `nil` for any other heading.
  static func ambiguity(of key: String) -> String? {
    switch key {
    case "name", "fullname", "contactname": "it may be `first_name` or `last_name`"
    case "title": "it may be `job_title` or a salutation"
    default: nil
    }
  }

  private var aliases: [String] {
    switch self {
    case .workEmail: ["email", "emailaddress", "workemailaddress", "businessemail", "primaryemail"]
    case .personalEmail: ["personalemailaddress", "privateemail", "homeemail"]
    case .firstName: ["givenname", "forename"]
    case .lastName: ["familyname", "surname"]
    case .jobTitle: ["position"]
    case .companyName: ["company", "organization", "organisation"]
    case .workPhone: ["phone", "phonenumber", "telephone", "workphonenumber", "businessphone"]
    case .personalPhone: ["mobile", "mobilephone", "mobilenumber", "mobilephonenumber", "cellphone"]
    case .street: ["streetaddress", "address", "addressline1"]
    case .city: ["town"]
    case .state: ["province", "region", "state/province", "state/region"]
    case .postalCode: ["postcode", "zip", "zipcode"]
    case .country: ["country/region"]
    }
  }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { field in field.keys.map { ($0, field) } })
}
