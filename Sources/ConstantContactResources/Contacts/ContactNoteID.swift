public import ConstantContactCore

/// The ID of a note on a contact: a UUID.
public struct ContactNoteID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API value.
  public init(rawValue: String) { self.rawValue = rawValue }
}
