public import ConstantContactCore

/// The ID of a privilege of a user: digits.
public struct UserPrivilegeID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
