public import ConstantContactCore
public import ConstantContactTransport

/// One of a contact's street addresses, of which there are at most three. Property `street_addresses`.
///
/// Everything but the kind is free text; there is one line for the street.
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
    malformed = []
  }

  enum CodingKeys: String, CodingKey {
    case kind, street, city, state
    case postalCode = "postal_code"
    case country
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
    malformed = container.malformed
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

extension StreetAddress: Redacting {
  /// The kind, without the address.
  public var description: String { "StreetAddress(\(kind?.rawValue ?? "no kind"))" }
}
