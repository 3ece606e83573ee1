public import ConstantContactTransport

/// An element of a page that could not be decoded. No element is dropped silently.
public struct UndecodableElement: Sendable, Hashable {
  /// The element's raw JSON. It may hold personal data.
  public let json: RawJSON
  /// Why the element could not be decoded: the place and the kind of the mismatch, none of the data.
  public let reason: String
}

extension UndecodableElement: Redacting {
  /// The reason, without the data.
  public var description: String { "UndecodableElement(\(reason))" }
}
