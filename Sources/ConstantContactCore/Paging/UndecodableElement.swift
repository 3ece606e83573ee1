public import ConstantContactTransport

/// An element of a page that the library could not read. It is never dropped in silence.
public struct UndecodableElement: Sendable, Hashable {
  /// The element as it came. It may hold personal data.
  public let json: JSONValue
  /// Why it could not be read: the place and the kind of the mismatch, none of the data.
  public let reason: String
}

extension UndecodableElement: Redacting {
  /// The reason, without the data.
  public var description: String { "an element that could not be read: \(reason)" }
}
