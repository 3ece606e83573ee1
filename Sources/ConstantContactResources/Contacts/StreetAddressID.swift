public import ConstantContactCore

/// The ID of a contact's street address: a UUID.
public struct StreetAddressID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
