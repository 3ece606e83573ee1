public import ConstantContactCore

/// The id of an event: a UUID in text, the same as its campaign's.
public struct EventID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
