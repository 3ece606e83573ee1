public import ConstantContactCore
public import ConstantContactTransport

/// The details of an account that can be changed.
public struct AccountDetails: APIModel {
  /// The owner's email address. A new value must be a confirmed email address of the account.
  public var contactEmail: String?
  /// The owner's phone number, at most 25 characters.
  public var contactPhone: String?
  /// The country code of the organization, two capital letters.
  public var countryCode: String?
  /// The owner's first name.
  public var firstName: String?
  /// The owner's last name.
  public var lastName: String?
  /// The organization's name.
  public var organizationName: String?
  /// The organization's phone number.
  public var organizationPhone: String?
  /// The state code of the organization, two capital letters; required in the United States.
  public var stateCode: String?
  /// The time zone by its IANA name, such as `US/Eastern`.
  public var timeZoneID: String?
  /// The organization's website.
  public var website: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("contact_email", &contactEmail)
    mapper.map("contact_phone", &contactPhone)
    mapper.map("country_code", &countryCode)
    mapper.map("first_name", &firstName)
    mapper.map("last_name", &lastName)
    mapper.map("organization_name", &organizationName)
    mapper.map("organization_phone", &organizationPhone)
    mapper.map("state_code", &stateCode)
    mapper.map("time_zone_id", &timeZoneID)
    mapper.map("website", &website)
  }

  /// The properties that can be changed, by their JSON names.
  var values: [(name: String, value: String?)] {
    [
      ("contact_email", contactEmail),
      ("contact_phone", contactPhone),
      ("country_code", countryCode),
      ("first_name", firstName),
      ("last_name", lastName),
      ("organization_name", organizationName),
      ("organization_phone", organizationPhone),
      ("state_code", stateCode),
      ("time_zone_id", timeZoneID),
      ("website", website),
    ]
  }

  /// Returns the properties that differ from those before, by their JSON names.
  ///
  /// - Throws: ``ConstantContactError`` with code `invalidInput` when a property would be removed, which the API does not
  ///   support, or exceeds its limit.
  func changes(since before: AccountDetails, for operation: String) throws -> [String: String] {
    let check = InputCheck(operation)
    try check.length("contact_phone", contactPhone, limit: 25)
    var changed: [String: String] = [:]
    for (new, old) in zip(values, before.values) where new.value != old.value {
      try check.require(new.value != nil, new.name, "cannot be removed, only replaced")
      changed[new.name] = new.value
    }
    try check.require(
      changed["country_code"] != "US" || stateCode?.isEmpty == false, "state_code",
      "is missing, which an address in the United States requires"
    )
    return changed
  }
}

extension AccountDetails: Redacting {
  /// The country, without personal data.
  public var description: String { "AccountDetails(\(countryCode ?? "no country"))" }
}
