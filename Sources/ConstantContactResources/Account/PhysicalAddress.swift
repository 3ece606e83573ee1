public import ConstantContactCore
public import ConstantContactTransport

/// The physical address of the organization, which appears in the footer of its emails.
public struct PhysicalAddress: APIModel {
  /// The first line, 1 to 80 characters.
  public var line1: String?
  /// The second line, 1 to 80 characters.
  public var line2: String?
  /// The third line, 1 to 80 characters.
  public var line3: String?
  /// The city.
  public var city: String?
  /// The code of the state or province, two letters; United States and Canada only.
  public var stateCode: String?
  /// The name of the state or province; all other countries only.
  public var stateName: String?
  /// The postal code; United States and Canada only.
  public var postalCode: String?
  /// The country code, two letters, such as `US`.
  public var countryCode: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates an address.
  ///
  /// - Parameters:
  ///   - line1: The first line, 1 to 80 characters.
  ///   - line2: The second line, 1 to 80 characters.
  ///   - line3: The third line, 1 to 80 characters.
  ///   - city: The city.
  ///   - stateCode: The code of the state or province, for the United States and Canada.
  ///   - stateName: The name of the state or province, for all other countries.
  ///   - postalCode: The postal code.
  ///   - countryCode: The country code, two letters.
  public init(
    line1: String,
    line2: String? = nil,
    line3: String? = nil,
    city: String,
    stateCode: String? = nil,
    stateName: String? = nil,
    postalCode: String? = nil,
    countryCode: String
  ) {
    self.line1 = line1
    self.line2 = line2
    self.line3 = line3
    self.city = city
    self.stateCode = stateCode
    self.stateName = stateName
    self.postalCode = postalCode
    self.countryCode = countryCode
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("address_line1", &line1)
    mapper.map("address_line2", &line2)
    mapper.map("address_line3", &line3)
    mapper.map("city", &city)
    mapper.map("state_code", &stateCode)
    mapper.map("state_name", &stateName)
    mapper.map("postal_code", &postalCode)
    mapper.map("country_code", &countryCode)
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    for (field, text) in [("address_line1", line1), ("address_line2", line2), ("address_line3", line3)] {
      try check.length(field, text, limit: 80)
      try check.require(text != "", field, "is empty")
    }
    try check.require(line1 != nil, "address_line1", "is missing")
    try check.require(city?.isEmpty == false, "city", "is missing")
    try check.require(countryCode?.isEmpty == false, "country_code", "is missing")
    try check.length("state_code", stateCode, limit: 2)
  }
}

extension PhysicalAddress: Redacting {
  /// The country, without the address.
  public var description: String { "PhysicalAddress(\(countryCode ?? "no country"))" }
}
