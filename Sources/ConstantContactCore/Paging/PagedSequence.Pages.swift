extension PagedSequence {
  /// A collection, page by page.
  public struct Pages: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = PagedSequence<PagedSequence.Element>.Page

    /// The number of pages in a row without a new element after which a collection counts as endless.
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
      /// The number of pages in a row that are empty or equal the page before them.
      private var idlePages = 0
      private var previous: PagedSequence<PagedSequence.Element>.Page?
      private var delivered = 0
      /// The smallest number of elements that a page named: elements may be added and deleted meanwhile.
      private var total: Int?
      private var isTotalRequested = false
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
      /// - Throws: ``ConstantContactError``, with code `repeatedCursor` when a page leads back to an earlier one, `endlessCollection`
      ///   after 100 pages in a row that are empty or all the same, and `unreadableResponse` after the last page when it names more
      ///   elements than there were. `CancellationError`. A page whose fetch failed is requested again by the next call.
      public mutating func next() async throws -> PagedSequence<PagedSequence.Element>.Page? {
        guard !isFinished else { return nil }
        try Task.checkCancellation()
        if let failure {
          isFinished = true
          throw failure
        }
        let page = try await pages.fetch(cursor)
        let count = page.elements.count + page.undecodable.count
        let isRepeated = page.fingerprint != nil && page.fingerprint == previous?.fingerprint
        if isRepeated && previous?.isNextComputed == true {
          isFinished = true
          throw error(.repeatedCursor, "the API returned the previous page instead of the next one")
        }
        previous = page
        delivered += count
        isTotalRequested = isTotalRequested || page.isTotalRequested
        if isTotalRequested { total = [total, page.total].compactMap(\.self).min() }
        guard let next = page.next else {
          // What came before a stored cursor is not known.
          if pages.start == nil, let total, delivered < total {
            failure = error(.unreadableResponse, "the collection ended after \(delivered) of \(total) elements")
          } else {
            isFinished = true
          }
          return page
        }
        idlePages = count == 0 || isRepeated ? idlePages + 1 : 0
        if !seen.insert(next).inserted {
          failure = error(.repeatedCursor, "a page leads back to an earlier page")
        } else if idlePages >= Pages.maximumEmptyPages {
          failure = error(.endlessCollection, "\(idlePages) pages in a row without a new element")
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
