extension PagedSequence {
  /// One page of a collection.
  public struct Page: Sendable {
    /// What the page says about itself.
    var details = Details()
    /// The elements that were decoded.
    public let elements: [Element]
    /// The elements that could not be decoded, with their raw JSON.
    public let undecodable: [UndecodableElement]
    /// The cursor of the next page; `nil` on the last page.
    public let next: PageCursor?
    /// The number of elements in all pages; `nil` unless the count was requested and returned.
    public let total: Int?
    /// A hash of the elements, which tells whether the API returned the same page again; `nil` when it cannot be told.
    var fingerprint: Int?
    /// Whether the total is the one that this collection has: the API was asked for it, or always returns it.
    var isTotalRequested = false
    /// Whether the library counted the next page's position by itself: the API may ignore it.
    var isNextComputed = false

    /// Creates a page.
    public init(elements: [Element], undecodable: [UndecodableElement] = [], next: PageCursor?, total: Int? = nil) {
      self.elements = elements
      self.undecodable = undecodable
      self.next = next
      self.total = total
    }
  }
}
