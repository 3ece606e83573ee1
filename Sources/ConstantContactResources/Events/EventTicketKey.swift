public import ConstantContactCore

/// The key of an ordered ticket, which checks it in.
public struct EventTicketKey: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates a key from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
