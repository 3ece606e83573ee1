public import ConstantContactCore

/// The id of a bulk activity: a UUID in text.
public struct BulkActivityID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
