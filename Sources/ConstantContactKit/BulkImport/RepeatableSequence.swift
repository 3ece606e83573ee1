/// A sequence as an asynchronous one that can be iterated as often as its base.
struct RepeatableSequence<Base: Sequence & Sendable>: AsyncSequence, Sendable {
  typealias Element = Base.Element

  let base: Base

  func makeAsyncIterator() -> Iterator { Iterator(base: base.makeIterator()) }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.Iterator

    mutating func next() async throws -> Base.Element? {
      try Task.checkCancellation()
      return base.next()
    }
  }
}
