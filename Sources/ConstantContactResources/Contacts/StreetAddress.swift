public import ConstantContactCore
public import ConstantContactTransport

/// A contact's street address. A contact has at most three. An element of `street_addresses`.
///
/// Everything except the kind is free text; the street has one line. Two addresses are equal when kind and text are; the
/// ID and dates that the API adds do not count.
public struct StreetAddress: APIModel {
  /// The kind of an address.
  public struct Kind: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a kind from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A home address. V2 has `PERSONAL`.
    public static let home: Kind = "home"
    /// A work address. V2 has `BUSINESS`.
    public static let work: Kind = "work"
    /// Any other address.
    public static let other: Kind = "other"
  }

  /// The kind.
  public var kind: Kind?
  /// Number and street, at most 255 characters.
  public var street: String?
  /// The city, at most 50 characters.
  public var city: String?
  /// The state or province, at most 50 characters.
  public var state: String?
  /// The postal code, at most 50 characters.
  public var postalCode: String?
  /// The country, at most 50 characters.
  public var country: String?
  /// The address's ID; `nil` for a new one.
  public var id: StreetAddressID?
  /// The date on which the address was added.
  public var createdAt: Timestamp?
  /// The date of the last update.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Creates a new address.
  public init(
    kind: Kind,
    street: String? = nil,
    city: String? = nil,
    state: String? = nil,
    postalCode: String? = nil,
    country: String? = nil
  ) {
    self.kind = kind
    self.street = street
    self.city = city
    self.state = state
    self.postalCode = postalCode
    self.country = country
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    // A request needs a kind, even for an address that the API returned without one.
    mapper.map("kind", &kind, inRequests: .other)
    mapper.map("street", &street)
    mapper.map("city", &city)
    mapper.map("state", &state)
    mapper.map("postal_code", &postalCode)
    mapper.map("country", &country)
    mapper.map("street_address_id", &id, .readOnly)
    mapper.map("created_at", &createdAt, .readOnly)
    mapper.map("updated_at", &updatedAt, .readOnly)
  }
}

extension StreetAddress {
  /// Whether kind and text are the same.
  public static func == (one: StreetAddress, other: StreetAddress) -> Bool { one.written == other.written }

  /// Hashes kind and text.
  public func hash(into hasher: inout Hasher) { hasher.combine(written) }

  private var written: [String?] { [kind?.rawValue, street, city, state, postalCode, country] }
}

extension StreetAddress: Redacting {
  /// The kind, without the address.
  public var description: String { "StreetAddress(\(kind?.rawValue ?? "no kind"))" }
}
