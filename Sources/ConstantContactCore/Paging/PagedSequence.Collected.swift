extension PagedSequence {
  /// The elements of a collection, whether or not they could be decoded.
  public struct Collected: Sendable {
    /// The elements that were decoded.
    public let elements: [Element]
    /// The elements that could not be decoded, with their raw JSON.
    public let undecodable: [UndecodableElement]
  }
}
