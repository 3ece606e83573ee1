internal import ConstantContactCore
public import ConstantContactTransport

/// What of an account can be changed.
public struct AccountDetails: Sendable, Hashable, Decodable {
  /// The owner's e-mail address. To change it, give one that the account has and that is confirmed.
  public var contactEmail: String?
  /// The owner's phone number, at most 25 characters.
  public var contactPhone: String?
  /// The organization's country as two capital letters.
  public var countryCode: String?
  /// The owner's first name.
  public var firstName: String?
  /// The owner's last name.
  public var lastName: String?
  /// The organization's name.
  public var organizationName: String?
  /// The organization's phone number.
  public var organizationPhone: String?
  /// The organization's state as two capital letters; needed in the United States.
  public var stateCode: String?
  /// The time zone by its IANA name, such as `US/Eastern`.
  public var timeZoneID: String?
  /// The organization's website.
  public var website: String?

  let malformed: Set<String>

  enum CodingKeys: String, CodingKey, CaseIterable {
    case contactEmail = "contact_email"
    case contactPhone = "contact_phone"
    case countryCode = "country_code"
    case firstName = "first_name"
    case lastName = "last_name"
    case organizationName = "organization_name"
    case organizationPhone = "organization_phone"
    case stateCode = "state_code"
    case timeZoneID = "time_zone_id"
    case website
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    contactEmail = container[.contactEmail]
    contactPhone = container[.contactPhone]
    countryCode = container[.countryCode]
    firstName = container[.firstName]
    lastName = container[.lastName]
    organizationName = container[.organizationName]
    organizationPhone = container[.organizationPhone]
    stateCode = container[.stateCode]
    timeZoneID = container[.timeZoneID]
    website = container[.website]
    malformed = container.malformed
  }

  private subscript(key: CodingKeys) -> String? {
    switch key {
    case .contactEmail: contactEmail
    case .contactPhone: contactPhone
    case .countryCode: countryCode
    case .firstName: firstName
    case .lastName: lastName
    case .organizationName: organizationName
    case .organizationPhone: organizationPhone
    case .stateCode: stateCode
    case .timeZoneID: timeZoneID
    case .website: website
    }
  }

  /// The properties that differ from what they were, by the service's names.
  ///
  /// - Throws: When one would be taken away, which the service has no way to do.
  func changes(since before: AccountDetails, for operation: String) throws -> [String: String] {
    let check = InputCheck(operation)
    try check.length("contactPhone", contactPhone, limit: 25)
    var changed: [String: String] = [:]
    for key in CodingKeys.allCases where self[key] != before[key] {
      try check.require(self[key] != nil, key.rawValue, "cannot be removed, only replaced")
      changed[key.rawValue] = self[key]
    }
    try check.require(
      changed["country_code"] != "US" || stateCode?.isEmpty == false, "state_code",
      "is missing, which an address in the USA requires"
    )
    return changed
  }
}

extension AccountDetails: Redacting {
  /// The country, without the people.
  public var description: String { "AccountDetails(\(countryCode ?? "no country"))" }
}
