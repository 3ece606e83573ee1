internal import ConstantContactCore
public import ConstantContactTransport

/// An account to create for a partner's customer, with a password or an identity provider.
public struct AccountProvision: Sendable, Hashable, Codable {
  /// The email address of the account, at most 80 characters.
  public var contactEmail: String
  /// The country, 2 or 3 letters.
  public var countryCode: String
  /// The state or province, 2 letters; empty for an account outside the United States and Canada.
  public var stateCode: String
  /// The user name, 6 to 50 characters: ASCII letters, digits and `-_@.+`.
  public var loginName: String
  /// The password, 8 to 80 characters; `nil` with an identity provider.
  public var password: String?
  /// The user's ID with an identity provider, at most 255 characters.
  public var externalID: String?
  /// The identity provider, at most 80 characters.
  public var externalProvider: String?
  /// The first name, 2 to 80 characters.
  public var firstName: String?
  /// The last name, 2 to 80 characters.
  public var lastName: String?
  /// The organization, 1 to 50 characters.
  public var organizationName: String?
  /// The organization's phone number, 5 to 25 characters.
  public var organizationPhone: String?
  /// The account's phone number, 5 to 25 characters.
  public var contactPhone: String?
  /// The time zone, such as `US/Eastern`.
  public var timeZoneID: String?
  /// The website, with `http://` or `https://`.
  public var website: String?
  /// The partner's own ID of the account, at most 80 characters.
  public var partnerAccountID: String?
  /// The billing locale: `en_US` for US dollars, the default, or `en_GB` for British pounds.
  public var billingLocale: String?
  /// Whether the partner manages the account. The API ignores `false` for accounts configured as managed.
  public var isManaged: Bool?
  /// Whether the partner is billed for the account, which must be managed.
  public var hasSingleBilling: Bool?
  /// Whether the owner has opted out of marketing by Constant Contact.
  public var optsOutOfGDPR: Bool?

  /// Creates an account request.
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
        field, "is \(text.unicodeScalars.count) characters; the minimum is \(limits.lowerBound)")
      try check.length(field, text, limit: limits.upperBound)
    }
    try range("contact_email", contactEmail, 1...80)
    try range("country_code", countryCode, 2...3)
    // The API has no codes for other countries; its guide says to leave the field empty.
    let hasStates = ["US", "USA", "CA", "CAN"].contains(countryCode.uppercased())
    try check.require(!stateCode.isEmpty || !hasStates, "state_code", "is empty")
    try range("login_name", loginName, 6...50)
    try check.require(
      loginName.utf8.allSatisfy(Self.isLoginByte), "login_name",
      "contains characters other than letters, digits and `-_@.+`")
    try range("password", password, 8...80)
    try range("external_id", externalID, 1...255)
    try range("external_provider", externalProvider, 1...80)
    try check.require(
      password != nil || (externalID != nil && externalProvider != nil),
      "password", "is missing, and so is one of `external_id` and `external_provider`")
    try range("first_name", firstName, 2...80)
    try range("last_name", lastName, 2...80)
    try range("organization_name", organizationName, 1...50)
    try range("organization_phone", organizationPhone, 5...25)
    try range("contact_phone", contactPhone, 5...25)
    if let start = website?.lowercased() {
      try check.require(
        start.hasPrefix("http://") || start.hasPrefix("https://"), "website",
        "does not start with `http://` or `https://`")
    }
    try range("partner_account_id", partnerAccountID, 0...80)
  }

  private static func isLoginByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_@.+".utf8.contains(byte)
    }
  }
}

extension AccountProvision: Redacting {
  /// The country, without the password and personal data.
  public var description: String { "AccountProvision(\(countryCode))" }
}
