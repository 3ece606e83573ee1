#if AsyncHTTPClient
internal import ConstantContactTransport
internal import NIOCore

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A file being sent, read in chunks on demand. The number of bytes is fixed when the file is opened.
final class SentFile: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  /// The size in bytes, the value of `Content-Length`.
  let size: Int
  private let descriptor: CInt

  init(at url: URL) throws {
    // O_NONBLOCK: opening a named pipe would otherwise block the thread until a writer opens it.
    descriptor = url.isFileURL ? open(url.path(percentEncoded: false), O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1
    var information = stat()
    let exists = descriptor >= 0 && fstat(descriptor, &information) == 0
    size = Int(information.st_size)
    // `deinit` closes the file: it runs when an initializer throws after all properties are set.
    guard exists, information.st_mode & S_IFMT == S_IFREG else {
      throw TransportError(
        .fileSystem, delivery: .notSent,
        message: "the file to be sent cannot be read: check that it exists and is readable")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(file: self) }

  struct AsyncIterator: AsyncIteratorProtocol {
    private static let chunkSize = 64 * 1024

    let file: SentFile
    private var offset = 0

    init(file: SentFile) { self.file = file }

    mutating func next() async throws -> ByteBuffer? {
      let wanted = Swift.min(Self.chunkSize, file.size - offset)
      guard wanted > 0 else { return nil }
      var buffer = ByteBuffer()
      let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { bytes in
        Swift.max(0, pread(file.descriptor, bytes.baseAddress, wanted, off_t(offset)))
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
