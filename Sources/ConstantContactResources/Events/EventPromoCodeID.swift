public import ConstantContactCore

/// The ID of an event's promotion code.
public struct EventPromoCodeID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
