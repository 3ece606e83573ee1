internal import Foundation

/// Reads and writes small private files that survive a crash of the process or the machine.
///
/// `Data.write(to:options:)` with `.atomic` replaces a file in one step, but returns before the bytes are on the disk.
enum DurableFile {
  /// A failed operation. The description contains no path and no content.
  struct Failure: Error, CustomStringConvertible {
    /// What failed and why.
    let description: String

    init(_ operation: String) {
      description = "\(operation): \(String(cString: strerror(errno)))"
    }

    init(description: String) { self.description = description }
  }

  /// Returns the content of a regular file; `nil` when it does not exist.
  ///
  /// - Parameter limit: The permitted size in bytes.
  static func read(_ url: URL, limit: Int) throws -> Data? {
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == ENOENT { return nil }
    guard descriptor >= 0 else { throw Failure("cannot be opened") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure("cannot be read") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(description: "is not a regular file") }
    guard status.st_size <= limit else { throw Failure(description: "is larger than \(limit) bytes") }
    return try file.read(upToCount: limit) ?? Data()
  }

  /// Replaces a file in one step, and returns when the new content is on the disk. Its mode is 0600.
  static func replace(_ url: URL, with data: Data) throws {
    let folder = url.deletingLastPathComponent()
    let temporary = folder.appendingPathComponent(".\(UUID().uuidString).tmp")
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure("cannot be created") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: data)
      guard fsync(descriptor) == 0 else { throw Failure("cannot be written") }
      guard rename(temporary.path, url.path) == 0 else { throw Failure("cannot be replaced") }
    } catch {
      unlink(temporary.path)
      throw error
    }
    synchronize(folder)
  }

  /// Removes a file if it exists.
  static func remove(_ url: URL) throws {
    guard unlink(url.path) == 0 || errno == ENOENT else { throw Failure("cannot be removed") }
  }

  /// Creates a folder with mode 0700, and those above it.
  static func makeFolder(_ url: URL) throws {
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Returns when the names in a folder are on the disk, on file systems that support it.
  static func synchronize(_ folder: URL) {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
