#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A lock that tasks of one process and of several take turns with: `flock` on a file that is there for nothing else.
///
/// The system lets go of it when the process ends, however it ends. The file stays: removing it would let two hold the lock.
package struct FileLock: Sendable {
  private let descriptor: CInt

  /// Waits for the lock and takes it.
  ///
  /// It looks again and again, in real time, rather than hold up a thread. `release()` has to follow.
  ///
  /// - Parameter path: The lock file, made with mode 0600 when missing; its directory too, with mode 0700.
  /// - Throws: `PrivateFile.Failure`, or `CancellationError`, promptly.
  package static func acquire(at path: String) async throws -> FileLock {
    try PrivateFile.makeDirectory(of: path)
    // Without O_CLOEXEC a child process would go on holding the lock.
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure() }
    do {
      var pause: Duration = .milliseconds(1)
      while flock(file, LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw failure() }
        try await ContinuousClock().sleep(for: pause)
        pause = min(pause * 2, .milliseconds(20))
      }
      try Task.checkCancellation()
    } catch {
      close(file)
      throw error
    }
    return FileLock(descriptor: file)
  }

  /// Lets go. It is called once.
  package func release() { close(descriptor) }

  private static func failure() -> PrivateFile.Failure {
    PrivateFile.Failure(description: "could not be locked: \(SystemReason.text(of: errno))")
  }
}
