public import ConstantContactCore

/// The sender's postal address in the footer of an email, which the law requires.
public struct CampaignPhysicalAddress: APIModel {
  /// The first line. Required.
  public var line1: String?
  /// The second line.
  public var line2: String?
  /// The third line.
  public var line3: String?
  /// An additional line. Formats 3 to 5.
  public var optionalLine: String?
  /// The city.
  public var city: String?
  /// The code of the state, such as `MA`. Required in the United States.
  public var stateCode: String?
  /// The name of the state, outside the United States.
  public var stateNonUSName: String?
  /// The postal code.
  public var postalCode: String?
  /// The country code, two capital letters. Required.
  public var countryCode: String?
  /// The name of the sending organization. Required.
  public var organizationName: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}
  /// The name of the country, which the API derives from the code. It is not sent.
  public private(set) var countryName: String?
  /// The name of the state, which the API derives from the code. It is not sent.
  public private(set) var stateName: String?

  /// Creates an address with the required properties.
  ///
  /// - Parameters:
  ///   - organizationName: The name of the sending organization.
  ///   - line1: The first line.
  ///   - countryCode: The country code, two capital letters.
  public init(organizationName: String, line1: String, countryCode: String) {
    self.organizationName = organizationName
    self.line1 = line1
    self.countryCode = countryCode
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("address_line1", &line1)
    mapper.map("address_line2", &line2)
    mapper.map("address_line3", &line3)
    mapper.map("address_optional", &optionalLine)
    mapper.map("city", &city)
    mapper.map("state_code", &stateCode)
    mapper.map("state_non_us_name", &stateNonUSName)
    mapper.map("postal_code", &postalCode)
    mapper.map("country_code", &countryCode)
    mapper.map("organization_name", &organizationName)
    mapper.map("country_name", &countryName, .readOnly)
    mapper.map("state_name", &stateName, .readOnly)
  }

  func check(_ operation: String) throws {
    let check = InputCheck(operation)
    for (field, value) in [
      ("address_line1", line1), ("country_code", countryCode), ("organization_name", organizationName),
    ] {
      try check.require(value?.isEmpty == false, "physical_address_in_footer.\(field)", "is empty")
    }
    try check.require(
      countryCode != "US" || stateCode?.isEmpty == false,
      "physical_address_in_footer.state_code", "is empty, which an address in the United States requires")
  }
}
