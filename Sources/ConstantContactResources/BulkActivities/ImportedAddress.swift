internal import ConstantContactCore
public import ConstantContactTransport

/// An address of an imported contact.
public struct ImportedAddress: Sendable, Hashable {
  /// The street, at most 255 characters.
  public var street: String?
  /// Its second line, at most 255 characters: the service appends it.
  public var street2: String?
  /// The city, at most 50 characters.
  public var city: String?
  /// The state or province, at most 50 characters.
  public var state: String?
  /// The postal code, at most 50 characters.
  public var postalCode: String?
  /// The country, at most 50 characters.
  public var country: String?

  /// Makes an address.
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

  /// The names and values, the names with a prefix before them.
  func fields(prefix: String) -> [(name: String, value: String?, limit: Int)] {
    [
      (prefix + "street", street, 255), (prefix + "street2", street2, 255), (prefix + "city", city, 50),
      (prefix + "state", state, 50), (prefix + "zip", postalCode, 50), (prefix + "country", country, 50),
    ]
  }
}

extension ImportedAddress: Redacting {
  /// Nothing of the address.
  public var description: String { "ImportedAddress" }
}
