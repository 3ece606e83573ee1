public import ConstantContactCore

/// The ID of an event registration.
public struct EventRegistrationID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
