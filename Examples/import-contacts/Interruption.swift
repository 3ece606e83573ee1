import Dispatch
import ExampleSupport
import Foundation

/// Ctrl-C: the first one cancels the work, the second one ends the process.
enum Interruption {
  /// Runs work that Ctrl-C cancels.
  static func cancelling<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let signals = StopSignals()
    let task = Task { try await work() }
    let watch = Task {
      await signals.wait()
      guard !Task.isCancelled else { return }
      task.cancel()
      await signals.wait()
      if !Task.isCancelled { exit(130) }
    }
    defer { watch.cancel() }
    return try await task.value
  }
}
