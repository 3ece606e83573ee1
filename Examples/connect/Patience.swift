import ExampleSupport

/// Limits the time of a wait, which Ctrl-C also ends.
struct Patience {
  let seconds: Int
  private let stop = StopSignals()

  init(seconds: Int) { self.seconds = seconds }

  /// Returns the value of an operation.
  ///
  /// - Throws: ``Ending`` with status 3 at the time limit, and 130 after Ctrl-C. The operation is cancelled then.
  func value<Value: Sendable>(of operation: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let (seconds, stop) = (seconds, stop)
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await operation() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Ending(status: 3, message: "No consent within \(seconds) seconds. No account is connected.")
      }
      group.addTask {
        await stop.wait()
        try Task.checkCancellation()
        Task {
          await stop.wait()
          Ending(status: 130, message: "Interrupted a second time.").leave()
        }
        throw Ending(status: 130, message: "Interrupted. No account is connected.")
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
