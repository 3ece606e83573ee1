/// The pieces of any sequence, each taken when it is needed.
final class CSVSequenceChunks<Base: AsyncSequence & Sendable>: CSVChunks
where Base.Element: Sequence<UInt8> & Sendable {
  private let demand: AsyncStream<Void>.Continuation
  private let pieces: AsyncThrowingStream<[UInt8], any Error>
  private let task: Task<Void, Never>

  // An iterator of any type can only be used by one task from beginning to end.
  init(_ base: Base) {
    let (demands, demand) = AsyncStream.makeStream(of: Void.self)
    let (pieces, continuation) = AsyncThrowingStream.makeStream(of: [UInt8].self)
    self.demand = demand
    self.pieces = pieces
    task = Task {
      do {
        var iterator = base.makeAsyncIterator()
        for await _ in demands {
          guard let piece = try await iterator.next() else { break }
          continuation.yield(Array(piece))
        }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
  }

  deinit { task.cancel() }

  override func next() async throws -> [UInt8]? {
    demand.yield()
    var iterator = pieces.makeAsyncIterator()
    let piece = try await iterator.next()
    if piece == nil { try Task.checkCancellation() }
    return piece
  }
}
