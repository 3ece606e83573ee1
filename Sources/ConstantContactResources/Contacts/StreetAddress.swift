public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's street addresses, of which there are at most three. Property `street_addresses`.
///
/// Everything but the kind is free text; there is one line for the street. Two are equal when kind and text are: the service's
/// own bookkeeping (id, dates) does not count.
public struct StreetAddress: Sendable, Hashable, Codable {
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
  public let id: StreetAddressID?
  /// When it was added.
  public let createdAt: Timestamp?
  /// When it was changed last.
  public let updatedAt: Timestamp?

  let malformed: Set<String>

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
    malformed = []
  }

  enum CodingKeys: String, CodingKey {
    case kind, street, city, state
    case postalCode = "postal_code"
    case country
    case id = "street_address_id"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    kind = container[.kind]
    street = container[.street]
    city = container[.city]
    state = container[.state]
    postalCode = container[.postalCode]
    country = container[.country]
    // What is not written back is not lost when it cannot be read.
    malformed = container.malformed
    id = container[.id]
    createdAt = container[.createdAt]
    updatedAt = container[.updatedAt]
  }

  /// Encodes what the service lets a caller set.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // The contract demands a kind.
    try container.encode(kind ?? .other, forKey: .kind)
    try container.encodeIfPresent(street, forKey: .street)
    try container.encodeIfPresent(city, forKey: .city)
    try container.encodeIfPresent(state, forKey: .state)
    try container.encodeIfPresent(postalCode, forKey: .postalCode)
    try container.encodeIfPresent(country, forKey: .country)
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
