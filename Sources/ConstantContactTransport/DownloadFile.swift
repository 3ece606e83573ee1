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

/// The file that a response body is written to. An export lists people, so only the file's owner may read it.
package final class DownloadFile: Sendable {
  private let path: String
  private let descriptor: Locked<CInt?>

  /// Creates a new, empty file with mode 0600.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`, also when the file exists.
  package static func create(at url: URL) throws {
    close(try descriptor(of: url, O_CREAT | O_EXCL))
  }

  /// Removes a file if it exists. A symbolic link is removed, not followed.
  package static func remove(_ url: URL) { unlink(url.path(percentEncoded: false)) }

  /// Opens the file for writing and empties it. If it does not exist, it is created with mode 0600.
  ///
  /// Symbolic links and anything other than a regular file are refused.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package init(at url: URL) throws {
    path = url.path(percentEncoded: false)
    // O_NONBLOCK: opening a named pipe would otherwise block until a reader opens it.
    let file = try Self.descriptor(of: url, O_CREAT | O_NONBLOCK)
    descriptor = Locked(file)
    var information = stat()
    guard fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG, fchmod(file, 0o600) == 0,
      ftruncate(file, 0) == 0
    else {
      _ = closeOnce()
      throw Self.cannotCreate
    }
  }

  /// Writes bytes. Does nothing once the file is closed.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    do {
      try descriptor.withLock { file in
        if let file { try PrivateFile.writeAll(bytes, to: file) }
      }
    } catch {
      throw TransportError(.fileSystem, delivery: .delivered, message: "the download could not be written: \(error)")
    }
  }

  /// Runs an exchange that writes to the file, then closes the file. Removes it when the exchange fails.
  package func fill<Value>(_ exchange: () async throws -> Value) async throws -> Value {
    do {
      let value = try await exchange()
      guard closeOnce() else {
        throw TransportError(.fileSystem, delivery: .delivered, message: "the download could not be written")
      }
      return value
    } catch {
      _ = closeOnce()
      unlink(path)
      throw error
    }
  }

  /// Returns whether the file was written completely, as far as the system reports it.
  private func closeOnce() -> Bool {
    descriptor.withLock { file in
      defer { file = nil }
      return file.map { close($0) == 0 } ?? true
    }
  }

  private static func descriptor(of url: URL, _ flags: CInt) throws -> CInt {
    guard url.isFileURL else { throw cannotCreate }
    let file = open(url.path(percentEncoded: false), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | flags, 0o600)
    guard file >= 0 else { throw cannotCreate }
    return file
  }

  private static let cannotCreate = TransportError(
    .fileSystem, delivery: .notSent,
    message: "the file to download to cannot be created: check that its directory exists and is writable")
}
