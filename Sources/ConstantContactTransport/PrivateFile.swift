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

/// Reads and replaces a small file that nobody but its owner may read.
package enum PrivateFile {
  /// Why the file could not be had. It leaves out the path: people name files after their accounts.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened, to follow the file's name in a sentence, such as "could not be read: permission denied".
    package let description: String
  }

  /// More than is ever kept in one; what is larger was not written here.
  private static let sizeLimit = 1 << 20

  /// The file's bytes; `nil` when it does not exist.
  package static func contents(at path: String) throws -> Data? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("read")
    }
    defer { close(file) }
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while data.count <= sizeLimit {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { return data }
      if count > 0 { data.append(contentsOf: buffer[0..<count]) } else if errno != EINTR { throw failure("read") }
    }
    throw Failure(description: "is damaged: it is far too large")
  }

  /// Puts new bytes in the file's place in one step, with mode 0600 from the first byte on.
  package static func replace(at path: String, with data: Data) throws {
    let directory = parent(of: path)
    try makeDirectory(directory)
    let temporary = "\(directory)/.\(UUID().uuidString).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("written") }
    do {
      do {
        try data.withUnsafeBytes { try writeAll($0, to: file) }
        guard fsync(file) == 0 else { throw failure("written") }
      } catch {
        close(file)
        throw error
      }
      guard close(file) == 0 else { throw failure("written") }
      guard rename(temporary, path) == 0 else { throw failure("written") }
    } catch {
      unlink(temporary)
      throw error
    }
    // Some file systems cannot do this for a directory; the file itself is safe already.
    let folder = open(directory, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Puts a file in another's place in one step.
  package static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw failure("written") }
  }

  /// Removes the file, if it is there.
  package static func remove(at path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removed") }
  }

  /// Makes the directory that a file is to be in, if it is missing, with mode 0700.
  package static func makeDirectory(of path: String) throws { try makeDirectory(parent(of: path)) }

  /// Writes all of the bytes, however many pieces the system takes them in.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: CInt) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { throw failure("written") }
    }
  }

  /// Makes a directory and those above it. The mode is given to `mkdir` itself, so that it is never looser.
  private static func makeDirectory(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let above = parent(of: path)
    guard errno == ENOENT, above != path else { throw failure("written") }
    try makeDirectory(above)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("written") }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ verb: String) -> Failure {
    Failure(description: "could not be \(verb): \(SystemReason.text(of: errno))")
  }
}
