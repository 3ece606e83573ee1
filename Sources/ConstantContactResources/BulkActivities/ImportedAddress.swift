internal import ConstantContactCore
public import ConstantContactTransport

/// An address of an imported contact.
public struct ImportedAddress: Sendable, Hashable, Codable {
  /// The street, at most 255 characters.
  public var street: String?
  /// The second line of the street, at most 255 characters, which Constant Contact appends to the first.
  public var street2: String?
  /// The city, at most 50 characters.
  public var city: String?
  /// The state or province, at most 50 characters.
  public var state: String?
  /// The postal code, at most 50 characters.
  public var postalCode: String?
  /// The country, at most 50 characters.
  public var country: String?

  /// Creates an address.
  public init(
    street: String? = nil,
    street2: String? = nil,
    city: String? = nil,
    state: String? = nil,
    postalCode: String? = nil,
    country: String? = nil
  ) {
    self.street = street
    self.street2 = street2
    self.city = city
    self.state = state
    self.postalCode = postalCode
    self.country = country
  }

  /// The JSON fields, without the prefix that tells the kind of address.
  static let fields: [(name: String, path: any WritableKeyPath<ImportedAddress, String?> & Sendable, limit: Int)] = [
    ("street", \.street, 255), ("street2", \.street2, 255), ("city", \.city, 50), ("state", \.state, 50),
    ("zip", \.postalCode, 50), ("country", \.country, 50),
  ]
}

extension ImportedAddress: Redacting {
  /// The type's name, without the address.
  public var description: String { "ImportedAddress" }
}
