public import ConstantContactCore

/// The id of a note on a contact: a UUID in text.
public struct ContactNoteID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
