/// Receives a record of each attempt of each call, for logs and metrics.
///
/// ```swift
/// struct Printer: CallObserver {
///   func attemptEnded(_ attempt: CallAttempt) { print(attempt) }
/// }
/// ```
///
/// Add one to ``ConstantContactConfiguration/observers``. To see bodies as well, for debugging, conform to ``BodyObserver``.
///
/// Observers are called in the task that makes the call, so task-local values are the caller's. They should return at once: the
/// call waits for them.
public protocol CallObserver: Sendable {
  /// Reports that an attempt has ended. What the call does next is known: ``CallAttempt/pause``.
  func attemptEnded(_ attempt: CallAttempt)
}
