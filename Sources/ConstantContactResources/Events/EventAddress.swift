public import ConstantContactCore

/// Where an event takes place.
public struct EventAddress: Sendable, Hashable, Codable {
  /// What kind of address.
  public var type: String?
  /// The name of the place, at most 100 characters.
  public var locationName: String?
  /// The first line, at most 80 characters.
  public var line1: String?
  /// The second line, at most 80 characters.
  public var line2: String?
  /// The city, at most 80 characters.
  public var city: String?
  /// The state or province, at most 80 characters.
  public var state: String?
  /// Its code, 2 letters.
  public var stateCode: String?
  /// The postal code, at most 25 characters.
  public var postalCode: String?
  /// The country, at most 128 characters.
  public var country: String?
  /// Its code, 2 letters.
  public var countryCode: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// When it was set up.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?

  /// Says nothing yet.
  public init() {}

  enum CodingKeys: String, CodingKey {
    case type = "address_type"
    case locationName = "location_name"
    case line1
    case line2
    case city
    case state
    case stateCode = "state_code"
    case postalCode = "postal_code"
    case country
    case countryCode = "country_code"
    case latitude
    case longitude
    case createdAt = "create_time"
    case updatedAt = "last_update_time"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    type = container[.type]
    locationName = container[.locationName]
    line1 = container[.line1]
    line2 = container[.line2]
    city = container[.city]
    state = container[.state]
    stateCode = container[.stateCode]
    postalCode = container[.postalCode]
    country = container[.country]
    countryCode = container[.countryCode]
    latitude = container[.latitude]
    longitude = container[.longitude]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }
}
