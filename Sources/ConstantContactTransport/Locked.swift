#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A value protected by a lock, for code that cannot await an actor.
///
/// `NSLock` is not part of FoundationEssentials, and `Mutex` needs newer systems than the package supports.
package final class Locked<Value>: @unchecked Sendable {
  // Safe to share: `value` is only accessed while `mutex` is held, and values cross the lock by `sending`.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Creates a lock around a value.
  package init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deinitialize(count: 1)
    mutex.deallocate()
  }

  /// Runs code while holding the lock.
  ///
  /// - Parameter body: Short code. It must not acquire the lock again, nor resume a continuation that might.
  package func withLock<Output>(_ body: (inout sending Value) throws -> sending Output) rethrows -> sending Output {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
