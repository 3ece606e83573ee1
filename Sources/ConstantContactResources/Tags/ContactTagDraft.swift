internal import ConstantContactCore

/// The values of a tag that an update changes.
public struct ContactTagDraft: Sendable, Hashable, Codable {
  /// The name, 1 to 255 characters, unique in the account.
  public var name: String

  static func check(_ name: String, _ operation: String) throws {
    let check = InputCheck(operation)
    try check.require(!name.isEmpty, "name", "is empty")
    try check.length("name", name, limit: 255)
  }
}
