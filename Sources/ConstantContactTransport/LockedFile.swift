#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// A small private file that several processes read and replace under a lock beside it.
///
/// Symbolic links are resolved once, before the lock is acquired: the lock, the file and its temporary file all stand
/// in the target's directory, also if the link is changed meanwhile. Links found there later are never followed.
package struct LockedFile {
  /// The resolved path.
  private let path: String

  /// Runs code while holding the lock on a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file. It need not exist; a missing directory is created with mode 0700.
  ///   - maximumWait: The longest time to wait for the lock; `nil`, the default, for no limit.
  ///   - body: The code. It must not keep the file.
  /// - Throws: `PrivateFile.Failure`; `CancellationError`, before `body` runs; errors of `body`.
  package static func withLock<Output>(
    at path: String,
    maximumWait: Duration? = nil,
    _ body: (LockedFile) throws -> Output
  ) async throws -> Output {
    let target = try PrivateFile.target(of: path)
    let lock = try await FileLock.acquire(at: target + ".lock", maximumWait: maximumWait)
    defer { lock.release() }
    return try body(LockedFile(path: target))
  }

  /// Returns the file's bytes, or `nil` when it does not exist.
  package func contents() throws -> Data? { try PrivateFile.contents(at: path, followingLinks: false) }

  /// Replaces the file in one step, with mode 0600.
  ///
  /// - Parameters:
  ///   - data: The new contents.
  ///   - durably: Whether the contents survive a power failure, not only the end of the process.
  package func replace(with data: Data, durably: Bool = true) throws {
    try PrivateFile.replaceTarget(path, with: data, durably: durably, isLocked: true)
  }

  /// Removes the file, and the temporary file of a process that was killed while replacing it. The lock file stays.
  package func remove() throws {
    try PrivateFile.remove(at: path + ".new")
    try PrivateFile.remove(at: path)
  }
}
