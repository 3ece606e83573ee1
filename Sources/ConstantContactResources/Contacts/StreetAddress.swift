public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's street addresses, of which there are at most three. Property `street_addresses`.
///
/// Everything but the kind is free text; there is one line for the street. Two are equal when kind and text are: the service's
/// own bookkeeping (id, dates) does not count.
public struct StreetAddress: APIModel {
  /// What an address is for.
  public struct Kind: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a kind from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// At home. (V2: `PERSONAL`.)
    public static let home: Kind = "home"
    /// At work. (V2: `BUSINESS`.)
    public static let work: Kind = "work"
    /// Anything else.
    public static let other: Kind = "other"
  }

  /// What it is for.
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
  /// The service's id for it; `nil` for a new one.
  public var id: StreetAddressID?
  /// When it was added.
  public var createdAt: Timestamp?
  /// When it was changed last.
  public var updatedAt: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Makes an address.
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
    id = nil
    createdAt = nil
    updatedAt = nil
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    // A request needs a kind, also for an address that came without one.
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
