internal import Foundation

/// An exclusive lock between processes. The system releases it when the process ends.
struct FolderLock: Sendable {
  private let descriptor: CInt

  /// Acquires a lock.
  ///
  /// - Parameters:
  ///   - url: The lock file, which is created when it is missing and never removed.
  ///   - patience: How long to wait while another process holds the lock.
  /// - Returns: `nil` when another process still holds the lock.
  static func acquire(_ url: URL, patience: Duration) async throws -> FolderLock? {
    // Without O_CLOEXEC, a child process would inherit the lock.
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw DurableFile.Failure("cannot be locked") }
    let start = ContinuousClock.now
    do {
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        guard errno == EWOULDBLOCK || errno == EINTR else { throw DurableFile.Failure("cannot be locked") }
        guard ContinuousClock.now - start < patience else {
          close(descriptor)
          return nil
        }
        try await Task.sleep(for: .milliseconds(20))
      }
    } catch {
      close(descriptor)
      throw error
    }
    return FolderLock(descriptor: descriptor)
  }

  /// Releases the lock. It must be called once.
  func release() { close(descriptor) }
}
