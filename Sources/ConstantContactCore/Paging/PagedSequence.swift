/// A collection that comes in pages: iterate over its elements, or over its ``pages``.
///
/// A page is asked for when its first element is. Nothing is asked for before the first `next()`, and nothing after the last
/// element that is wanted.
///
/// ```swift
/// for try await contact in client.contacts.list() {
///   print(contact.id)
/// }
/// ```
///
/// An element that cannot be read does not sink its page. Iterating over elements delivers all others and then throws
/// ``ConstantContactError`` with code `undecodableElements`; to look at such elements yourself, pass ``onUndecodable(_:)`` a
/// handler or iterate over ``pages``.
public struct PagedSequence<Element: Sendable>: AsyncSequence, Sendable {
  package typealias Fetch = @Sendable (PageCursor?) async throws -> PagedSequence<Element>.Page

  package let operation: String
  let limit: Int?
  let start: PageCursor?
  let fetch: Fetch
  var undecodableHandler: (@Sendable (UndecodableElement) -> Void)?

  /// Makes a sequence.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - limit: How many elements to deliver at most; all when `nil`.
  ///   - start: Where to begin; at the beginning when `nil`.
  ///   - fetch: Fetches the page at a cursor.
  package init(operation: String, limit: Int? = nil, start: PageCursor? = nil, fetch: @escaping Fetch) {
    self.operation = operation
    self.limit = limit
    self.start = start
    self.fetch = fetch
  }

  /// The same collection, page by page, with each page's cursor. The limit does not apply.
  public var pages: Pages { Pages(operation: operation, start: start, fetch: fetch) }

  /// The same collection, with what cannot be read handed to a closure instead of thrown at the end.
  public func onUndecodable(_ handler: @escaping @Sendable (UndecodableElement) -> Void) -> PagedSequence {
    var copy = self
    copy.undecodableHandler = handler
    return copy
  }

  /// Fetches all elements, up to the limit, into an array.
  public func collect() async throws -> [Element] {
    var all: [Element] = []
    for try await element in self { all.append(element) }
    return all
  }

  /// Makes an iterator.
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

    /// The next element; `nil` after the last.
    ///
    /// - Throws: ``ConstantContactError``, or `CancellationError`.
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
      throw ConstantContactError(
        .undecodableElements,
        "\(undecodable.count) element(s) could not be read and were left out; the first is \(first.reason)",
        operation: sequence.operation,
        cause: UndecodableElements(elements: undecodable)
      )
    }
  }

  /// A collection, page by page.
  public struct Pages: AsyncSequence, Sendable {
    /// What is iterated over.
    public typealias Element = PagedSequence<PagedSequence.Element>.Page

    let operation: String
    let start: PageCursor?
    let fetch: Fetch

    /// Makes an iterator.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Iterates over pages.
    public struct Iterator: AsyncIteratorProtocol {
      private let pages: Pages
      private var cursor: PageCursor?
      private var seen: Set<PageCursor> = []
      private var isFinished = false
      /// The page delivered last leads back to an earlier one: it was the last that is new.
      private var isCircular = false

      init(pages: Pages) {
        self.pages = pages
        cursor = pages.start
        if let start = pages.start { seen.insert(start) }
      }

      /// The next page; `nil` after the last. A page may be empty and still have a next one.
      ///
      /// - Throws: ``ConstantContactError``, or `CancellationError`. A page whose fetch failed is asked for again by the
      ///   next call.
      public mutating func next() async throws -> PagedSequence<PagedSequence.Element>.Page? {
        guard !isFinished else { return nil }
        try Task.checkCancellation()
        if isCircular {
          isFinished = true
          throw ConstantContactError(
            .repeatedCursor, "a page's link leads back to an earlier page", operation: pages.operation)
        }
        let page = try await pages.fetch(cursor)
        guard let next = page.next else {
          isFinished = true
          return page
        }
        isCircular = !seen.insert(next).inserted
        cursor = next
        return page
      }
    }
  }
}

/// The elements of a collection that could not be read: the `cause` of an `undecodableElements` error.
public struct UndecodableElements: Error, Sendable {
  /// The elements, with their raw JSON.
  public let elements: [UndecodableElement]
}
