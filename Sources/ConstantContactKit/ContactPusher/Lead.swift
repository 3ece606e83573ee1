public import ConstantContactTransport

/// A person who may become a contact, as captured by a form, a badge scan or another system.
///
/// Every property is optional. Leading and trailing whitespace is removed, and a blank value is treated as missing. Limits are in
/// Unicode scalars; ``ContactPusher/Options/overlongValue`` decides what happens to a value that exceeds one.
public struct Lead: Sendable, Hashable {
  /// A postal address.
  public struct Address: Sendable, Hashable {
    /// The first line: number and street.
    public var street: String?
    /// The second line. Constant Contact stores one line of at most 255 characters: both are joined with a comma.
    public var street2: String?
    /// The city, at most 50 characters.
    public var city: String?
    /// The name or code of the state or province, at most 50 characters.
    public var state: String?
    /// The postal code, at most 50 characters. It is never truncated.
    public var postalCode: String?
    /// The name or code of the country, at most 50 characters.
    public var country: String?

    /// Creates an address.
    public init(
      street: String? = nil,
      street2: String? = nil,
      city: String? = nil,
      state: String? = nil,
      postalCode: String? = nil,
      country: String? = nil
    ) {
      self.street = street
      self.street2 = street2
      self.city = city
      self.state = state
      self.postalCode = postalCode
      self.country = country
    }
  }

  /// The work email address, at most 80 characters. It is used when it is valid.
  public var workEmail: String?
  /// The personal email address, used when there is no valid work address. A contact has one address: a second one is noted in
  /// the report.
  public var personalEmail: String?
  /// The first name, at most 50 characters.
  public var firstName: String?
  /// The last name, at most 50 characters.
  public var lastName: String?
  /// The job title, at most 50 characters.
  public var jobTitle: String?
  /// The company, at most 50 characters.
  public var companyName: String?
  /// The work phone, sent as kind `work`. A contact has at most three phone numbers of at most 25 characters, which are never
  /// truncated; when a lead has more, those named last in this type are noted in the report.
  public var workPhone: String?
  /// The personal phone, sent as kind `mobile`.
  public var personalPhone: String?
  /// The home phone, sent as kind `home`.
  public var homePhone: String?
  /// The company's phone, sent as kind `work`, or as `other` beside a work phone.
  public var companyPhone: String?
  /// The fax number. Constant Contact has no property for it: it goes to the custom field `Fax`.
  public var fax: String?
  /// The person's address, sent as the kind in ``ContactPusher/Options/addressKind``, `home` by default.
  public var address = Address()
  /// The company's address, sent as kind `work`, or as `other` when ``address`` is sent as `work`.
  public var companyAddress = Address()
  /// The month of the birthday, 1 to 12. Requires ``birthdayDay``.
  public var birthdayMonth: Int?
  /// The day of the birthday, 1 to 31. Requires ``birthdayMonth``.
  public var birthdayDay: Int?
  /// The anniversary, such as `2006-11-15`, `2006/11/15`, `11/15/2006` or `11-15-2006`.
  public var anniversary: String?
  /// Values of at most 255 characters by the label or name of a custom field, such as `["Salutation": "Dr.", "Middle name": "Lou"]`.
  ///
  /// The value for a field with choices is the label of a choice. Several choices of a multi-select field are separated by commas,
  /// semicolons or line breaks.
  public var customFields: [String: String] = [:]

  /// Creates an empty lead.
  public init() {}

  /// Creates a lead with an email address and a name.
  public init(email: String?, firstName: String? = nil, lastName: String? = nil) {
    workEmail = email
    self.firstName = firstName
    self.lastName = lastName
  }
}

extension Lead: Codable {
  private enum CodingKeys: String, CodingKey {
    case workEmail = "work_email"
    case personalEmail = "personal_email"
    case firstName = "first_name"
    case lastName = "last_name"
    case jobTitle = "job_title"
    case companyName = "company_name"
    case workPhone = "work_phone"
    case personalPhone = "personal_phone"
    case homePhone = "home_phone"
    case companyPhone = "company_phone"
    case fax
    case address
    case companyAddress = "company_address"
    case birthdayMonth = "birthday_month"
    case birthdayDay = "birthday_day"
    case anniversary
    case customFields = "custom_fields"
  }

  /// Decodes a lead. Keys are the property names in snake case, such as `work_email`; every key is optional.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    workEmail = try container.decodeIfPresent(String.self, forKey: .workEmail)
    personalEmail = try container.decodeIfPresent(String.self, forKey: .personalEmail)
    firstName = try container.decodeIfPresent(String.self, forKey: .firstName)
    lastName = try container.decodeIfPresent(String.self, forKey: .lastName)
    jobTitle = try container.decodeIfPresent(String.self, forKey: .jobTitle)
    companyName = try container.decodeIfPresent(String.self, forKey: .companyName)
    workPhone = try container.decodeIfPresent(String.self, forKey: .workPhone)
    personalPhone = try container.decodeIfPresent(String.self, forKey: .personalPhone)
    homePhone = try container.decodeIfPresent(String.self, forKey: .homePhone)
    companyPhone = try container.decodeIfPresent(String.self, forKey: .companyPhone)
    fax = try container.decodeIfPresent(String.self, forKey: .fax)
    address = try container.decodeIfPresent(Address.self, forKey: .address) ?? Address()
    companyAddress = try container.decodeIfPresent(Address.self, forKey: .companyAddress) ?? Address()
    birthdayMonth = try container.decodeIfPresent(Int.self, forKey: .birthdayMonth)
    birthdayDay = try container.decodeIfPresent(Int.self, forKey: .birthdayDay)
    anniversary = try container.decodeIfPresent(String.self, forKey: .anniversary)
    customFields = try container.decodeIfPresent([String: String].self, forKey: .customFields) ?? [:]
  }
}

extension Lead.Address: Codable {
  private enum CodingKeys: String, CodingKey {
    case street, street2, city, state
    case postalCode = "postal_code"
    case country
  }
}

extension Lead: Redacting {
  /// The type's name, without personal data.
  public var description: String { "Lead" }
}

extension Lead.Address: Redacting {
  /// The type's name, without personal data.
  public var description: String { "Address" }
}
