public import ConstantContactCore

/// The id of a privilege that users may have: a number in text.
public struct UserPrivilegeID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
