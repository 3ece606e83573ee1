public import ConstantContactCore

/// The id of a street address on a contact: a UUID in text.
public struct StreetAddressID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
