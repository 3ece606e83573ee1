internal import ConstantContactCore

/// The sender's postal address at a mail's foot, which the law asks for.
public struct CampaignPhysicalAddress: Sendable, Hashable, Codable {
  /// The first line. Required.
  public var line1: String?
  /// The second line.
  public var line2: String?
  /// The third line.
  public var line3: String?
  /// One more line, for mails of formats 3 to 5.
  public var optionalLine: String?
  /// The city.
  public var city: String?
  /// The code of a state of the USA, such as `MA`. Required there.
  public var stateCode: String?
  /// The name of a state elsewhere.
  public var stateNonUSName: String?
  /// The postal code.
  public var postalCode: String?
  /// The country, as two capital letters. Required.
  public var countryCode: String?
  /// Who sends the mail. Required.
  public var organizationName: String?
  /// The country's name, which the service makes of the code. It is not sent.
  public private(set) var countryName: String?
  /// The state's name, which the service makes of the code. It is not sent.
  public private(set) var stateName: String?

  /// Makes an address with what is required.
  public init(organizationName: String, line1: String, countryCode: String) {
    self.organizationName = organizationName
    self.line1 = line1
    self.countryCode = countryCode
  }

  enum CodingKeys: String, CodingKey {
    case line1 = "address_line1"
    case line2 = "address_line2"
    case line3 = "address_line3"
    case optionalLine = "address_optional"
    case city
    case stateCode = "state_code"
    case stateNonUSName = "state_non_us_name"
    case postalCode = "postal_code"
    case countryCode = "country_code"
    case organizationName = "organization_name"
    case countryName = "country_name"
    case stateName = "state_name"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    line1 = container[.line1]
    line2 = container[.line2]
    line3 = container[.line3]
    optionalLine = container[.optionalLine]
    city = container[.city]
    stateCode = container[.stateCode]
    stateNonUSName = container[.stateNonUSName]
    postalCode = container[.postalCode]
    countryCode = container[.countryCode]
    organizationName = container[.organizationName]
    countryName = container[.countryName]
    stateName = container[.stateName]
  }

  /// Encodes what is set and can be written.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(line1, forKey: .line1)
    try container.encodeIfPresent(line2, forKey: .line2)
    try container.encodeIfPresent(line3, forKey: .line3)
    try container.encodeIfPresent(optionalLine, forKey: .optionalLine)
    try container.encodeIfPresent(city, forKey: .city)
    try container.encodeIfPresent(stateCode, forKey: .stateCode)
    try container.encodeIfPresent(stateNonUSName, forKey: .stateNonUSName)
    try container.encodeIfPresent(postalCode, forKey: .postalCode)
    try container.encodeIfPresent(countryCode, forKey: .countryCode)
    try container.encodeIfPresent(organizationName, forKey: .organizationName)
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
      "physical_address_in_footer.state_code", "is empty, which an address in the USA requires")
  }
}
