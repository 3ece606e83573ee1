internal import ConstantContactCore
public import ConstantContactTransport

/// An account to be created for a partner's customer. It needs a password, or an id with a sign-on provider.
public struct AccountProvision: Sendable, Hashable, Encodable {
  /// The e-mail address of the account, at most 80 characters.
  public var contactEmail: String
  /// The country, 2 or 3 letters.
  public var countryCode: String
  /// The state, by its code.
  public var stateCode: String
  /// The user name, 6 to 50 characters.
  public var loginName: String
  /// The password, 8 to 80 characters; `nil` with a sign-on provider.
  public var password: String?
  /// The user's id with a sign-on provider, at most 255 characters.
  public var externalID: String?
  /// The sign-on provider, at most 80 characters.
  public var externalProvider: String?
  /// The first name, 2 to 80 characters.
  public var firstName: String?
  /// The last name, 2 to 80 characters.
  public var lastName: String?
  /// The organisation, 1 to 50 characters.
  public var organizationName: String?
  /// Its phone number, 5 to 25 characters.
  public var organizationPhone: String?
  /// The account's phone number, 5 to 25 characters.
  public var contactPhone: String?
  /// The time zone, such as `US/Eastern`.
  public var timeZoneID: String?
  /// The web site.
  public var website: String?
  /// The partner's own id for the account, at most 80 characters.
  public var partnerAccountID: String?
  /// The language of its bills.
  public var billingLocale: String?
  /// Whether the partner manages it.
  public var isManaged: Bool?
  /// Whether the partner pays for it.
  public var hasSingleBilling: Bool?
  /// Whether it opts out of what the GDPR gives it.
  public var optsOutOfGDPR: Bool?

  /// Makes an account.
  public init(contactEmail: String, countryCode: String, stateCode: String, loginName: String) {
    self.contactEmail = contactEmail
    self.countryCode = countryCode
    self.stateCode = stateCode
    self.loginName = loginName
  }

  enum CodingKeys: String, CodingKey {
    case contactEmail = "contact_email"
    case countryCode = "country_code"
    case stateCode = "state_code"
    case loginName = "login_name"
    case password
    case externalID = "external_id"
    case externalProvider = "external_provider"
    case firstName = "first_name"
    case lastName = "last_name"
    case organizationName = "organization_name"
    case organizationPhone = "organization_phone"
    case contactPhone = "contact_phone"
    case timeZoneID = "time_zone_id"
    case website
    case partnerAccountID = "partner_account_id"
    case billingLocale = "billing_locale"
    case isManaged = "managed_site_owner"
    case hasSingleBilling = "enable_single_billing"
    case optsOutOfGDPR = "gdpr_opt_out"
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    func range(_ field: String, _ text: String?, _ limits: ClosedRange<Int>) throws {
      guard let text else { return }
      try check.require(
        text.unicodeScalars.count >= limits.lowerBound,
        "\(field) is \(text.unicodeScalars.count) characters long, it needs \(limits.lowerBound)")
      try check.length(field, text, limit: limits.upperBound)
    }
    try range("contact_email", contactEmail, 1...80)
    try range("country_code", countryCode, 2...3)
    try check.require(!stateCode.isEmpty, "state_code is empty")
    try range("login_name", loginName, 6...50)
    try range("password", password, 8...80)
    try range("external_id", externalID, 1...255)
    try range("external_provider", externalProvider, 1...80)
    try check.require(
      password != nil || (externalID != nil && externalProvider != nil),
      "an account needs a password, or external_id and external_provider")
    try range("first_name", firstName, 2...80)
    try range("last_name", lastName, 2...80)
    try range("organization_name", organizationName, 1...50)
    try range("organization_phone", organizationPhone, 5...25)
    try range("contact_phone", contactPhone, 5...25)
    try range("partner_account_id", partnerAccountID, 0...80)
  }
}

extension AccountProvision: Redacting {
  /// The country, without password and personal data.
  public var description: String { "AccountProvision(\(countryCode))" }
}
