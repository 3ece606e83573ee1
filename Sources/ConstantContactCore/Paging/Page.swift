/// One page of a collection.
public struct Page<Element: Sendable>: Sendable {
  /// The elements that could be read.
  public let elements: [Element]
  /// The elements that could not.
  public let undecodable: [UndecodableElement]
  /// Where the next page begins; `nil` after the last one.
  public let next: PageCursor?
  /// How many elements match in all, where the service was asked and says.
  public let total: Int?

  /// Makes a page.
  public init(elements: [Element], undecodable: [UndecodableElement] = [], next: PageCursor?, total: Int? = nil) {
    self.elements = elements
    self.undecodable = undecodable
    self.next = next
    self.total = total
  }
}
