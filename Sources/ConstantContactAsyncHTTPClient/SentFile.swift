#if AsyncHTTPClient
internal import ConstantContactTransport
internal import NIOCore

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A file being sent, read in chunks on demand. The number of bytes is fixed when the file is opened.
final class SentFile: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  /// The size in bytes, the value of `Content-Length`.
  var size: Int { file.size }
  private let file: OpenedFile

  init(at url: URL) throws { file = try OpenedFile(at: url) }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(file: file) }

  struct AsyncIterator: AsyncIteratorProtocol {
    private static let chunkSize = 64 * 1024

    let file: OpenedFile
    private var offset = 0

    init(file: OpenedFile) { self.file = file }

    mutating func next() async throws -> ByteBuffer? {
      let wanted = Swift.min(Self.chunkSize, file.size - offset)
      guard wanted > 0 else { return nil }
      var buffer = ByteBuffer()
      let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { bytes in
        file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]), at: offset)
      }
      guard count > 0 else {
        throw TransportError(.fileSystem, delivery: .uncertain, message: "the file changed while it was being sent")
      }
      offset += count
      return buffer
    }
  }
}
#endif
