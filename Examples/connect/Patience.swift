import ExampleSupport

/// Ends a wait for people: when it has taken too long, or with Ctrl-C.
struct Patience {
  let seconds: Int
  private let stop = StopSignals()

  init(seconds: Int) { self.seconds = seconds }

  /// The value of a wait.
  ///
  /// - Throws: ``Ending`` with status 3 after too long, 130 after Ctrl-C; the wait is cancelled then.
  func value<Value: Sendable>(of wait: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let (seconds, stop) = (seconds, stop)
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await wait() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Ending(status: 3, message: "no consent within \(seconds) seconds")
      }
      group.addTask {
        await stop.wait()
        try Task.checkCancellation()
        Task {
          await stop.wait()
          Ending(status: 130, message: "interrupted again").leave()
        }
        throw Ending(status: 130, message: "interrupted: nothing is connected")
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
