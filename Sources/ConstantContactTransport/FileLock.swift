#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A lock between tasks and processes: `flock` on a file that exists only for this.
///
/// The system releases it when the process ends, however it ends. The file stays, because removing it would let two
/// holders in.
package struct FileLock: Sendable {
  private let descriptor: CInt

  /// Acquires the lock, waiting until it is free. Call ``release()`` exactly once afterwards.
  ///
  /// It polls in real time instead of blocking a thread.
  ///
  /// - Parameters:
  ///   - path: The lock file, created with mode 0600 if missing; a missing directory with mode 0700. A symbolic link is
  ///     refused.
  ///   - maximumWait: The longest time to wait; `nil`, the default, for no limit.
  /// - Throws: `PrivateFile.Failure` when the file cannot be locked or the time is up; `CancellationError`, promptly.
  package static func acquire(at path: String, maximumWait: Duration? = nil) async throws -> FileLock {
    try PrivateFile.makeDirectory(of: path)
    // Without O_CLOEXEC, a child process would keep the lock.
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { throw failure(errno) }
    do {
      try PrivateFile.requireRegularFile(file, "locked")
      let clock = ContinuousClock()
      let start = clock.now
      var pause: Duration = .milliseconds(1)
      while flock(file, LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw failure(errno) }
        if let maximumWait {
          let rest = maximumWait - start.duration(to: clock.now)
          guard rest > .zero else { throw PrivateFile.Failure(description: "could not be locked: \(busy)") }
          pause = min(pause, rest)
        }
        try await clock.sleep(for: pause)
        pause = min(pause * 2, .milliseconds(20))
      }
      try Task.checkCancellation()
    } catch {
      close(file)
      throw error
    }
    return FileLock(descriptor: file)
  }

  /// Releases the lock.
  package func release() { close(descriptor) }

  private static let busy = "another process holds the lock; wait for it, or end it if it hangs"

  private static func failure(_ code: CInt) -> PrivateFile.Failure {
    PrivateFile.Failure(description: "could not be locked: \(SystemReason.text(of: code))")
  }
}
