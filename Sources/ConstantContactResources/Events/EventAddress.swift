public import ConstantContactCore

/// The address of an event.
public struct EventAddress: APIModel {
  /// The kind of address.
  public var type: String?
  /// The name of the location, at most 100 characters.
  public var locationName: String?
  /// The first line, at most 80 characters.
  public var line1: String?
  /// The second line, at most 80 characters.
  public var line2: String?
  /// The city, at most 80 characters.
  public var city: String?
  /// The state or province, at most 80 characters.
  public var state: String?
  /// The two-letter code.
  public var stateCode: String?
  /// The postal code, at most 25 characters.
  public var postalCode: String?
  /// The country, at most 128 characters.
  public var country: String?
  /// The two-letter code.
  public var countryCode: String?
  /// The latitude, in degrees north.
  public var latitude: Double?
  /// The longitude, in degrees east.
  public var longitude: Double?
  /// The date of creation.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("address_type", &type)
    mapper.map("location_name", &locationName)
    mapper.map("line1", &line1)
    mapper.map("line2", &line2)
    mapper.map("city", &city)
    mapper.map("state", &state)
    mapper.map("state_code", &stateCode)
    mapper.map("postal_code", &postalCode)
    mapper.map("country", &country)
    mapper.map("country_code", &countryCode)
    mapper.map("latitude", &latitude)
    mapper.map("longitude", &longitude)
    mapper.map("create_time", &createdAt)
    mapper.map("last_update_time", &updatedAt)
  }
}
