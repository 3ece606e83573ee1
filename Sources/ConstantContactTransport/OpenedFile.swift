#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif
#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A file that is sent as a body, opened for reading. Its size is fixed when it is opened.
package final class OpenedFile: Sendable {
  /// The size in bytes, the value of `Content-Length`.
  package let size: Int
  private let descriptor: CInt

  /// Opens a regular file.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package init(at url: URL) throws {
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

  /// Reads bytes at an offset.
  ///
  /// - Returns: The number of bytes read; zero when the file ends before its size, or cannot be read.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    let wanted = min(buffer.count, size - offset)
    return wanted > 0 ? max(0, pread(descriptor, buffer.baseAddress, wanted, off_t(offset))) : 0
  }
}
