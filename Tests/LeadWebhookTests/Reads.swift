import ConstantContactTransport
import FlyingSocks

/// A body without end that counts how often it is asked for more.
final class Reads: AsyncBufferedSequence {
  typealias Element = UInt8

  struct Iterator: AsyncBufferedIteratorProtocol {
    let reads: Locked<Int>

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      reads.withLock { $0 += 1 }
      return Array(repeating: 0x20, count: Swift.min(count, 64))
    }
  }

  private let reads = Locked(0)

  var count: Int { reads.withLock { $0 } }

  func makeAsyncIterator() -> Iterator { Iterator(reads: reads) }
}
