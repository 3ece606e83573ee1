internal import ConstantContactTransport

/// A collection that comes in pages: iterate over its elements, or over its ``pages``.
///
/// A page is requested when its first element is. Nothing is requested before the first `next()`, or after the last element that is
/// needed.
///
/// ```swift
/// for try await contact in client.contacts.list() {
///   print(contact.id)
/// }
/// ```
///
/// An element that cannot be decoded does not affect the others. Iterating delivers all others and then throws ``ConstantContactError``
/// with code `undecodableElements`. For the elements that could not be decoded, call ``collectReadable()``, pass ``onUndecodable(_:)`` a
/// handler, or iterate over ``pages``.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
  package typealias Fetch = @Sendable (PageCursor?) async throws -> PagedSequence<Element>.Page

  package let operation: String
  let limit: Int?
  let start: PageCursor?
  let fetch: Fetch
  var undecodableHandler: (@Sendable (UndecodableElement) -> Void)?

  /// Creates a sequence.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - limit: The largest number of elements to deliver; all when `nil`.
  ///   - start: The cursor to begin at; the beginning when `nil`.
  ///   - fetch: Fetches the page at a cursor.
  package init(operation: String, limit: Int? = nil, start: PageCursor? = nil, fetch: @escaping Fetch) {
    self.operation = operation
    self.limit = limit
    self.start = start
    self.fetch = fetch
  }

  /// The same collection, page by page, with each page's cursor. The limit bounds the size of a page, not the number of pages.
  public var pages: Pages { Pages(operation: operation, start: start, fetch: fetch) }

  /// Returns the same collection with a handler for elements that cannot be decoded, instead of an error at the end.
  ///
  /// - Parameter handler: Receives each of these elements, page by page.
  public func onUndecodable(_ handler: @escaping @Sendable (UndecodableElement) -> Void) -> PagedSequence {
    var copy = self
    copy.undecodableHandler = handler
    return copy
  }

  /// Fetches all elements, up to the limit.
  ///
  /// - Returns: The elements.
  /// - Throws: ``ConstantContactError``, with code `undecodableElements` when one of them could not be decoded: use
  ///   ``collectReadable()`` for the others. `CancellationError`.
  public func collect() async throws -> [Element] {
    var all: [Element] = []
    for try await element in self { all.append(element) }
    return all
  }

  /// Fetches all elements, up to the limit, whether or not they can be decoded.
  ///
  /// ```swift
  /// let contacts = try await client.contacts.list().collectReadable()
  /// print(contacts.elements.count, "contacts,", contacts.undecodable.count, "unreadable")
  /// ```
  ///
  /// - Returns: The elements that were decoded, and the raw JSON of the others.
  /// - Throws: ``ConstantContactError`` or `CancellationError`.
  public func collectReadable() async throws -> Collected {
    let undecodable = Locked<[UndecodableElement]>([])
    let handler = undecodableHandler
    let elements = try await onUndecodable { element in
      undecodable.withLock { $0.append(element) }
      handler?(element)
    }.collect()
    return Collected(elements: elements, undecodable: undecodable.withLock { $0 })
  }

  /// Creates an iterator.
  public func makeAsyncIterator() -> Iterator { Iterator(sequence: self) }

  /// Iterates over elements.
  public struct Iterator: AsyncIteratorProtocol {
    private let sequence: PagedSequence
    private var pages: Pages.Iterator
    private var current: ArraySlice<Element> = []
    private var undecodable: [UndecodableElement] = []
    private var delivered = 0
    private var isFinished = false

    init(sequence: PagedSequence) {
      self.sequence = sequence
      pages = sequence.pages.makeAsyncIterator()
    }

    /// Returns the next element; `nil` after the last.
    ///
    /// - Throws: ``ConstantContactError`` or `CancellationError`.
    public mutating func next() async throws -> Element? {
      guard !isFinished else { return nil }
      if let limit = sequence.limit, delivered >= limit { return try finish() }
      while current.isEmpty {
        guard let page = try await pages.next() else { return try finish() }
        current = page.elements[...]
        if let handler = sequence.undecodableHandler {
          page.undecodable.forEach(handler)
        } else {
          undecodable += page.undecodable
        }
      }
      delivered += 1
      return current.popFirst()
    }

    private mutating func finish() throws -> Element? {
      isFinished = true
      guard let first = undecodable.first else { return nil }
      let count = undecodable.count == 1 ? "1 element" : "\(undecodable.count) elements"
      throw ConstantContactError(
        .undecodableElements,
        "\(count) could not be decoded; the first is \(first.reason)",
        operation: sequence.operation,
        cause: UndecodableElements(elements: undecodable)
      )
    }
  }
}
