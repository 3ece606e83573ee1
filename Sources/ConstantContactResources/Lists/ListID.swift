public import ConstantContactCore

/// The ID of a contact list: a UUID.
///
/// Constant Contact's web interface does not show it; use ``ListsAPI/find(named:)``.
public struct ListID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
