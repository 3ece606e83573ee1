internal import ConstantContactTransport

/// The future result of an unstructured task, awaited by any number of callers.
///
/// A caller that is cancelled returns immediately, on its own thread and without waiting for an actor. The task and the
/// other callers continue.
final class SharedResult<Value: Sendable>: Sendable {
  private typealias Waiter = CheckedContinuation<Value, any Error>

  private struct State {
    var result: Result<Value, any Error>?
    var waiters: [Int: Waiter] = [:]
    var lastID = 0
  }

  private let state = Locked(State())

  /// Sets the result, once, and resumes all callers.
  func finish(_ result: Result<Value, any Error>) {
    let waiters = state.withLock { state in
      state.result = result
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume(with: result) }
  }

  /// Waits for the result.
  ///
  /// - Throws: The error of the result; `CancellationError`, promptly, when the caller is cancelled.
  func value() async throws -> Value {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        let result: Result<Value, any Error>? = state.withLock { state in
          if let result = state.result { return result }
          // Read while the lock is held: a cancellation after this finds the waiter.
          if Task.isCancelled { return .failure(CancellationError()) }
          state.waiters[id] = waiter
          return nil
        }
        if let result { waiter.resume(with: result) }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(throwing: CancellationError())
    }
  }
}
