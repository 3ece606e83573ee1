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

/// A file being downloaded: written under another name beside its place, and moved there in one step when it is complete.
package final class PartialFile: Sendable {
  private let place: URL
  private let temporary: String
  private let descriptor: Locked<CInt?>

  /// Makes the file, empty. An export is a list of people: nobody but the owner may read it, not even for a moment.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package init(for place: URL) throws {
    let name = ".\(place.lastPathComponent).\(UUID().uuidString).part"
    let temporary = place.deletingLastPathComponent().appending(path: name).path(percentEncoded: false)
    let file = place.isFileURL ? open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) : -1
    guard file >= 0 else {
      throw TransportError(.fileSystem, delivery: .notSent, message: "the file to download to cannot be created")
    }
    self.place = place
    self.temporary = temporary
    descriptor = Locked(file)
  }

  /// Adds bytes; none once the file is committed or discarded.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    do {
      try descriptor.withLock { file in
        if let file { try PrivateFile.writeAll(bytes, to: file) }
      }
    } catch {
      throw TransportError(
        .fileSystem, delivery: .delivered, message: "the downloaded file could not be written", cause: error)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``TransportError`` with code `fileSystem`.
  package func commit() throws {
    guard closeOnce(), rename(temporary, place.path(percentEncoded: false)) == 0 else {
      throw TransportError(
        .fileSystem, delivery: .delivered, message: "the downloaded file could not be put in its place")
    }
  }

  /// Removes what was written.
  package func discard() {
    _ = closeOnce()
    unlink(temporary)
  }

  /// Whether the file is closed, and was written whole as far as the system can tell.
  private func closeOnce() -> Bool {
    descriptor.withLock { file in
      defer { file = nil }
      return file.map { close($0) == 0 } ?? true
    }
  }
}
