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

/// Reads and replaces small files that only their owner may read.
///
/// Use ``LockedFile`` for a file that several processes change.
package enum PrivateFile {
  /// An error thrown when a file operation fails. It contains no path, because users name files after their accounts.
  package struct Failure: Error, CustomStringConvertible {
    /// The failure as the end of a sentence about the file, such as "could not be read: permission denied".
    package let description: String
  }

  /// The largest file that is read: 1 MiB.
  private static let sizeLimit = 1 << 20

  /// Returns the file's bytes, or `nil` when the file does not exist.
  ///
  /// - Throws: ``Failure`` when the file cannot be read, is no regular file, or is larger than 1 MiB.
  package static func contents(at path: String) throws -> Data? {
    try contents(at: path, followingLinks: true)
  }

  static func contents(at path: String, followingLinks: Bool) throws -> Data? {
    // Without O_NONBLOCK, opening a FIFO blocks the thread until a writer appears.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
    let file = open(path, flags)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("read")
    }
    defer { close(file) }
    try requireRegularFile(file, "read")
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while data.count <= sizeLimit {
      let count = read(file, &buffer, buffer.count)
      if count == 0 { return data }
      if count > 0 { data.append(contentsOf: buffer[0..<count]) } else if errno != EINTR { throw failure("read") }
    }
    throw Failure(description: "is damaged: it is larger than 1 MiB")
  }

  /// Replaces the file's contents in one step, with mode 0600 from the first byte on.
  ///
  /// Follows symbolic links: the link stays, and its target is replaced.
  ///
  /// - Parameters:
  ///   - path: The path of the file. A missing directory is created with mode 0700.
  ///   - data: The new contents.
  ///   - durably: Whether the contents survive a power failure, not only the end of the process.
  ///   - isLocked: Whether the caller holds a lock on the file. The contents are first written to `<path>.new`, so that a
  ///     process that is killed leaves at most this one file, which the next call removes. Without a lock the temporary
  ///     file has a random name.
  package static func replace(
    at path: String,
    with data: Data,
    durably: Bool = true,
    isLocked: Bool = false
  ) throws {
    try replaceTarget(try target(of: path), with: data, durably: durably, isLocked: isLocked)
  }

  /// Replaces a file whose links have been resolved. A link at this path is replaced, not followed.
  static func replaceTarget(_ path: String, with data: Data, durably: Bool, isLocked: Bool) throws {
    let directory = parent(of: path)
    try makeDirectory(directory)
    let temporary = isLocked ? "\(path).new" : "\(directory)/.\(UUID().uuidString).tmp"
    if isLocked { try remove(at: temporary) }
    // O_EXCL follows no link that another process may have planted.
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
    // Some file systems cannot synchronize a directory. The file's contents are durable by now.
    let folder = open(directory, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Moves a file in one step, replacing a file at the new path.
  package static func move(_ path: String, to target: String) throws {
    guard rename(path, target) == 0 else { throw failure("written") }
  }

  /// Removes the file if it exists. Of a symbolic link, the link itself is removed, never its target.
  package static func remove(at path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removed") }
  }

  /// Creates the directory that contains the path, with mode 0700, unless it exists.
  package static func makeDirectory(of path: String) throws { try makeDirectory(parent(of: path)) }

  /// Returns the path with symbolic links of its last component resolved. The target need not exist.
  package static func target(of path: String) throws -> String {
    var path = path
    // Linux follows 40 links too.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count)
      // Not a link, or missing. Other errors show when the file is used.
      guard count >= 0 else { return path }
      let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
      let link = String(decoding: bytes, as: UTF8.self)
      guard count < buffer.count, link.utf8.elementsEqual(bytes) else {
        throw Failure(description: "could not be found: its symbolic link is too long or not UTF-8")
      }
      path = link.hasPrefix("/") ? link : "\(parent(of: path))/\(link)"
    }
    throw Failure(description: "could not be found: its symbolic links form a loop")
  }

  /// Writes all bytes, in as many writes as the system needs.
  package static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: CInt) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { throw failure("written") }
    }
  }

  /// Throws unless the descriptor is that of a regular file.
  static func requireRegularFile(_ file: CInt, _ verb: String) throws {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(verb) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw Failure(description: "could not be \(verb): \(SystemReason.text(of: EISDIR))")
    default: throw Failure(description: "could not be \(verb): it is not a regular file")
    }
  }

  /// Creates a directory and its missing parents. `mkdir` receives the mode, so that it is never wider.
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
