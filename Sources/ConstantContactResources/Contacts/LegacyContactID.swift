public import ConstantContactCore

/// The ID of a contact in the retired V2 API: digits.
public struct LegacyContactID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
