public import ConstantContactCore

/// The id of an automation: a UUID in text.
public struct AutomationID: OpenValue {
  /// The service's own text.
  public let rawValue: String

  /// Makes an id from the service's own text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
