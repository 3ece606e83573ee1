internal import ConstantContactCore
internal import ConstantContactTransport

extension RateLimitStoreConformance {
  static func expectEqual<Value: Equatable>(_ observed: Value, _ expected: Value, _ what: String) throws {
    if observed != expected {
      throw Unexpected(message: "\(what): expected \(expected), observed \(observed)")
    }
  }

  /// Runs work, and fails when it takes longer than ten minutes. Work that hangs is cancelled and left behind.
  static func promptly(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let (results, continuation) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
    let worker = Task {
      do { continuation.yield(.success(try await work())) } catch { continuation.yield(.failure(error)) }
    }
    let watchdog = Task {
      try await ContinuousClock().sleep(for: .seconds(600))
      continuation.yield(.failure(Unexpected(message: "expected an end within ten minutes, observed none")))
    }
    defer {
      worker.cancel()
      watchdog.cancel()
    }
    for await result in results { return try result.get() }
    throw CancellationError()
  }

  /// Opens several stores, and runs work with each of them at the same time, several times over.
  ///
  /// - Returns: What the work returned, in no particular order.
  static func concurrently<Value: Sendable>(
    stores storeCount: Int,
    times: Int,
    _ open: Opener,
    _ work: @escaping @Sendable (any RateLimitStore) async throws -> Value
  ) async throws -> [Value] {
    var stores: [any RateLimitStore] = []
    for _ in 0..<storeCount { stores.append(try await open()) }
    return try await withThrowingTaskGroup(of: Value.self) { group in
      for index in 0..<(storeCount * times) {
        let store = stores[index % storeCount]
        group.addTask { try await work(store) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// Takes a slot for a request that takes no time.
  static func takeSlot(_ limit: RateLimit, _ clock: ManualClock) async throws {
    _ = try await limit.acquire(operation: "conformance", patience: .seconds(1000))
    clock.endWork()
  }
}
