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
  ///
  /// A symbolic link stays one: what it points to is replaced.
  ///
  /// - Parameters:
  ///   - durably: Whether it has to be there after the machine, and not only the process, has stopped.
  ///   - isLocked: Whether the caller holds a lock on the file. The new bytes are first written beside it, and a process that is
  ///     killed then leaves one such file at most, which the next one replaces.
  package static func replace(
    at path: String,
    with data: Data,
    durably: Bool = true,
    isLocked: Bool = false
  ) throws {
    let path = try target(of: path)
    let directory = parent(of: path)
    try makeDirectory(directory)
    let temporary = isLocked ? "\(path).new" : "\(directory)/.\(UUID().uuidString).tmp"
    if isLocked { try unlinkIfThere(temporary) }
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("written") }
    do {
      do {
        try data.withUnsafeBytes { try writeAll($0, to: file) }
        guard !durably || fsync(file) == 0 else { throw failure("written") }
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
    guard durably else { return }
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

  /// Removes the file, if it is there: behind a symbolic link, what it points to.
  package static func remove(at path: String) throws {
    try unlinkIfThere(try target(of: path))
  }

  private static func unlinkIfThere(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removed") }
  }

  /// Makes the directory that a file is to be in, if it is missing, with mode 0700.
  package static func makeDirectory(of path: String) throws { try makeDirectory(parent(of: path)) }

  /// Where a path leads when it names a symbolic link, or a chain of them; else the path itself. It need not exist.
  package static func target(of path: String) throws -> String {
    var path = path
    // As many as Linux follows.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count)
      // Not a link, or nothing there: whatever else is wrong shows when the file is used.
      guard count >= 0 else { return path }
      let link = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = link.hasPrefix("/") ? link : "\(parent(of: path))/\(link)"
    }
    throw Failure(description: "could not be found: its symbolic links go round in a circle")
  }

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
