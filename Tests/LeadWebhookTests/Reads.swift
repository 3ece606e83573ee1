import FlyingSocks
import Foundation

/// An endless body that counts its reads.
final class Reads: AsyncBufferedSequence, @unchecked Sendable {
  // Safe to share: `value` is only accessed while `lock` is held.
  typealias Element = UInt8

  struct Iterator: AsyncBufferedIteratorProtocol {
    let reads: Reads

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      reads.increment()
      return Array(repeating: 0x20, count: Swift.min(count, 64))
    }
  }

  private let lock = NSLock()
  private var value = 0

  var count: Int { lock.withLock { value } }

  func makeAsyncIterator() -> Iterator { Iterator(reads: self) }

  private func increment() { lock.withLock { value += 1 } }
}
