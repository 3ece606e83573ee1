internal import ConstantContactCore
internal import ConstantContactTransport

extension RateLimitStoreConformance {
  static let updateCases: [Case] = [
    Case("empty", "The first update starts with an empty state.") { open in
      let isEmpty = try await open().update { $0 == RateLimitState() }
      try expectEqual(isEmpty, true, "the state is empty")
    },
    Case("one call", "An update calls its closure once, and returns its value.") { open in
      let calls = Locked(0)
      let value = try await open().update { _ in
        calls.withLock { $0 += 1 }
        return "value"
      }
      try expectEqual(value, "value", "the value")
      try expectEqual(calls.withLock { $0 }, 1, "the number of calls")
    },
    Case("persistence", "A changed state is what the next update starts with, in this store and in others.") { open in
      let store = try await open()
      let changed = try await change(store)
      try expectEqual(try await store.update { $0 }, changed, "the state in the same store")
      try expectEqual(try await open().update { $0 }, changed, "the state in another store")
    },
    Case("no change", "An update that changes nothing keeps the state.") { open in
      let store = try await open()
      let changed = try await change(store)
      for _ in 0..<3 { try await store.update { _ in } }
      try expectEqual(try await open().update { $0 }, changed, "the state")
    },
    Case("many times", "A state with the times of many requests is kept whole.") { open in
      let clock = ManualClock()
      let store = try await open()
      let limit = RateLimit(perSecond: 500, store: store, time: clock.timeSource)
      for _ in 0..<500 { try await takeSlot(limit, clock) }
      try expectEqual(try await open().update { $0 }, try await store.update { $0 }, "the state in another store")
      let error = await error { _ = try await limit.acquire(operation: "conformance", patience: .zero) }
      try expectEqual(error, .timedOut, "the error of request 501")
    },
    Case("exclusion", "Concurrent updates exclude each other: none is lost.") { open in
      let clock = ManualClock()
      let seen = try await concurrently(stores: 4, times: 25, open) { store in
        try await store.update { state in
          let limits = RateLimitState.Limits(perSecond: 1_000, perDay: 1_000, reserve: 0, margin: .zero)
          _ = state.take(limits, .interactive, at: clock.elapsed, date: clock.date)
          return state.dailyQuota(limits, at: clock.date).used
        }
      }
      try expectEqual(seen.sorted(), Array(1...100), "the counts after each of 100 updates")
    },
    Case("cancellation", "Cancelled updates end promptly, and later updates work.") { open in
      let store = try await open()
      let tasks = (0..<20).map { _ in Task { try await change(store) } }
      for task in tasks { task.cancel() }
      for task in tasks { _ = await task.result }
      let changed = try await change(store)
      try expectEqual(try await open().update { $0 }, changed, "the state")
    },
  ]

  /// Marks the day's requests as used up.
  private static func change(_ store: any RateLimitStore) async throws -> RateLimitState {
    try await store.update { state in
      _ = state.markSpent(at: ManualClock.defaultStart)
      return state
    }
  }

  /// Returns the code of the error that work throws.
  static func error(_ work: () async throws -> Void) async -> ConstantContactError.Code? {
    do {
      try await work()
      return nil
    } catch {
      return (error as? ConstantContactError)?.code
    }
  }
}
