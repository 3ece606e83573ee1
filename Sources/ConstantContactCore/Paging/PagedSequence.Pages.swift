extension PagedSequence {
  /// A collection, page by page.
  public struct Pages: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = PagedSequence<PagedSequence.Element>.Page

    /// The number of empty pages in a row after which a collection counts as endless.
    package static var maximumEmptyPages: Int { 100 }

    let operation: String
    let start: PageCursor?
    let fetch: Fetch

    /// Creates an iterator.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Iterates over pages.
    public struct Iterator: AsyncIteratorProtocol {
      private let pages: Pages
      private var cursor: PageCursor?
      private var seen: Set<PageCursor> = []
      private var emptyPages = 0
      private var isFinished = false
      /// The error that the next call throws: the page delivered last was the last that is new.
      private var failure: ConstantContactError?

      init(pages: Pages) {
        self.pages = pages
        cursor = pages.start
        if let start = pages.start { seen.insert(start) }
      }

      /// Returns the next page; `nil` after the last. A page may be empty and still have a next one.
      ///
      /// - Throws: ``ConstantContactError``, with code `repeatedCursor` when a page leads back to an earlier one, and
      ///   `endlessCollection` after 100 empty pages in a row. `CancellationError`. A page whose fetch failed is requested again by
      ///   the next call.
      public mutating func next() async throws -> PagedSequence<PagedSequence.Element>.Page? {
        guard !isFinished else { return nil }
        try Task.checkCancellation()
        if let failure {
          isFinished = true
          throw failure
        }
        let page = try await pages.fetch(cursor)
        guard let next = page.next else {
          isFinished = true
          return page
        }
        emptyPages = page.elements.isEmpty && page.undecodable.isEmpty ? emptyPages + 1 : 0
        if !seen.insert(next).inserted {
          failure = error(.repeatedCursor, "a page leads back to an earlier page")
        } else if emptyPages >= Pages.maximumEmptyPages {
          failure = error(.endlessCollection, "\(emptyPages) empty pages in a row")
        }
        cursor = next
        return page
      }

      private func error(_ code: ConstantContactError.Code, _ message: String) -> ConstantContactError {
        ConstantContactError(code, message, operation: pages.operation)
      }
    }
  }
}
