/// Is told of each attempt of each call, for logs and metrics.
///
/// ```swift
/// struct Printer: CallObserver {
///   func attemptEnded(_ attempt: CallAttempt) { print(attempt) }
/// }
/// ```
///
/// Put one into ``ConstantContactConfiguration/observers``.
///
/// It is called in the task that makes the call, so that task-local values are those of the caller. It should return at
/// once: the call waits for it.
public protocol CallObserver: Sendable {
  /// An attempt has ended. What the call does next is known: ``CallAttempt/pause``.
  func attemptEnded(_ attempt: CallAttempt)
}
