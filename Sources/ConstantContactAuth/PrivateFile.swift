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

/// Reads and replaces a small file that nobody but its owner may read.
enum PrivateFile {
  /// More than any credentials take; what is larger was not written here.
  private static let sizeLimit = 1 << 20

  /// The file's bytes; `nil` when it does not exist.
  static func contents(at path: String) throws -> Data? {
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
    throw AuthError(.storage, message: "the token file is damaged: it is far too large")
  }

  /// Puts new bytes in the file's place in one step, with mode 0600 from the first byte on.
  static func replace(at path: String, with data: Data) throws {
    let directory = parent(of: path)
    try makeDirectory(directory)
    let temporary = "\(directory)/.token-\(UUID().uuidString).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("written") }
    do {
      do {
        try writeAll(data, to: file)
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

  /// Removes the file, if it is there.
  static func remove(at path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removed") }
  }

  private static func writeAll(_ data: Data, to file: CInt) throws {
    var rest = [UInt8](data)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
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

  /// The path is left out: people name files after their accounts.
  private static func failure(_ verb: String) -> AuthError {
    let reason =
      switch errno {
      case EACCES, EPERM: "permission denied"
      case ENOSPC, EDQUOT: "no space left"
      case EROFS: "the file system is read-only"
      case EISDIR: "it is a directory"
      case ENOTDIR: "a part of its path is not a directory"
      default: "errno \(errno)"
      }
    return AuthError(.storage, message: "the token file could not be \(verb): \(reason)")
  }
}
