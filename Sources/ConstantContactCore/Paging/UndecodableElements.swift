/// The elements of a collection that could not be decoded: the `cause` of an `undecodableElements` error.
public struct UndecodableElements: Error, Sendable {
  /// The elements, with their raw JSON.
  public let elements: [UndecodableElement]

  package init(elements: [UndecodableElement]) { self.elements = elements }
}
