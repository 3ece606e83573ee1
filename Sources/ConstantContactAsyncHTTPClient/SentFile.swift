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

/// A file being sent, as pieces read when they are wanted. As many bytes are sent as the file had when it was opened.
final class SentFile: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  /// The size in bytes, which `Content-Length` announces.
  let size: Int
  private let descriptor: CInt

  init(at url: URL) throws {
    descriptor = url.isFileURL ? open(url.path(percentEncoded: false), O_RDONLY | O_CLOEXEC) : -1
    var information = stat()
    let isThere = descriptor >= 0 && fstat(descriptor, &information) == 0
    size = Int(information.st_size)
    // What was opened is closed by `deinit`, which runs for a throwing initializer too once everything is set.
    guard isThere, information.st_mode & S_IFMT == S_IFREG else {
      throw TransportError(.fileSystem, delivery: .notSent, message: "the file to be sent cannot be read")
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
