public import ConstantContactCore

/// The ID of a kind of ticket.
public struct EventTicketID: OpenValue {
  /// The raw API value.
  public let rawValue: String

  /// Creates an ID from its raw API string.
  public init(rawValue: String) { self.rawValue = rawValue }
}
