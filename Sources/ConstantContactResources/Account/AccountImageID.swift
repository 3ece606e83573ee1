public import ConstantContactCore

/// The ID of an image in the library of an account.
public struct AccountImageID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
