internal import ConstantContactTransport

/// The deadline of one call, which bounds whatever the call waits for.
///
/// Each wait runs in a task of its own. When the deadline passes or the caller is cancelled, that task is cancelled, and the call goes on
/// without waiting for it: a token provider or a store that ignores cancellation holds no call.
final class CallDeadline: Sendable {
  /// The deadline has passed.
  struct Passed: Error {}

  /// The longest deadline. Longer ones, which could overflow the arithmetic of dates, count as this one.
  static let longest = Duration.seconds(366 * 86_400)

  /// When the deadline passes, on the clock of ``time``.
  let end: Duration
  private let time: TimeSource
  private let state = Locked(State())

  private struct State {
    var timer: Task<Void, Never>?
    var expire: (@Sendable () -> Void)?
    var hasPassed = false
  }

  init(after duration: Duration, time: TimeSource) {
    self.time = time
    end = time.elapsed + min(max(duration, .zero), Self.longest)
  }

  /// The time until the deadline; zero when it has passed.
  var remaining: Duration { max(end - time.elapsed, .zero) }

  /// Runs an operation until it ends, the deadline passes or the caller is cancelled.
  ///
  /// - Parameters:
  ///   - grace: How long after the deadline to wait for an operation that keeps the deadline by itself.
  ///   - endsPromptly: Whether the operation promises to end when it is cancelled; then a cancelled caller waits for that.
  ///   - late: Receives the result of an operation that is no longer waited for.
  ///   - operation: The operation.
  /// - Throws: ``Passed``, `CancellationError`, or the operation's error.
  func run<Value: Sendable>(
    grace: Duration = .zero,
    endsPromptly: Bool = false,
    late: @escaping @Sendable (Value) async -> Void = { _ in },
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard remaining > .zero else { throw Passed() }
    let race = Race<Value>()
    let work = Task {
      do {
        let value = try await operation()
        if !race.end(.success(value)) { await late(value) }
      } catch {
        race.end(.failure(error))
      }
    }
    watch(grace: grace) {
      race.end(.failure(Passed()))
      work.cancel()
    }
    defer { state.withLock { $0.expire = nil } }
    return try await withTaskCancellationHandler {
      try await race.value()
    } onCancel: {
      work.cancel()
      if !endsPromptly { race.end(.failure(CancellationError())) }
    }
  }

  /// Ends the timer.
  func cancel() { state.withLock { $0.timer }?.cancel() }

  /// Calls a closure when the deadline passes, unless the operation has ended before.
  private func watch(grace: Duration, _ expire: @escaping @Sendable () -> Void) {
    let expireLater: @Sendable () -> Void = { [time, end] in
      if grace == .zero { return expire() }
      Task {
        try? await time.sleepAsDeadline(for: end + grace - time.elapsed)
        expire()
      }
    }
    let hasPassed = state.withLock { state in
      state.expire = expireLater
      if state.timer == nil {
        state.timer = Task { [weak self, time, end] in
          do { try await time.sleepAsDeadline(for: end - time.elapsed) } catch { return }
          self?.pass()
        }
      }
      return state.hasPassed
    }
    if hasPassed { expireLater() }
  }

  private func pass() {
    let expire = state.withLock { state in
      state.hasPassed = true
      return state.expire
    }
    expire?()
  }
}

/// The first of several results, for one waiter.
private final class Race<Value: Sendable>: Sendable {
  private struct State {
    var result: Result<Value, any Error>?
    var waiter: CheckedContinuation<Value, any Error>?
  }

  private let state = Locked(State())

  /// Ends the race, unless it has ended.
  ///
  /// - Returns: Whether this result is the one that counts.
  @discardableResult
  func end(_ result: Result<Value, any Error>) -> Bool {
    let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Value, any Error>?) in
      guard state.result == nil else { return (false, nil) }
      state.result = result
      defer { state.waiter = nil }
      return (true, state.waiter)
    }
    waiter?.resume(with: result)
    return isFirst
  }

  /// Waits for the result.
  func value() async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let result = state.withLock { state in
        if state.result == nil { state.waiter = continuation }
        return state.result
      }
      if let result { continuation.resume(with: result) }
    }
  }
}
