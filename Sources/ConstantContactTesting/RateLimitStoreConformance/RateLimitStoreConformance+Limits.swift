internal import ConstantContactCore
internal import ConstantContactTransport

extension RateLimitStoreConformance {
  static let limitCases: [Case] = [
    Case("requests per second", "Limits that share a store keep the requests per second together.") { open in
      let clock = ManualClock(automatic: true)
      let times = try await concurrently(stores: 3, times: 10, open) { store in
        let limit = RateLimit(perSecond: 5, margin: .zero, store: store, time: clock.timeSource)
        _ = try await limit.acquire(operation: "conformance", patience: .seconds(1000))
        defer { clock.endWork() }
        return clock.elapsed
      }.sorted()
      for (early, late) in zip(times, times.dropFirst(5)) where late - early < .seconds(1) - .milliseconds(1) {
        throw Unexpected(message: "expected at most 5 requests in a second, observed 6 within \(late - early)")
      }
    },
    Case("requests per day", "Limits that share a store keep the requests per day together.") { open in
      let clock = ManualClock()
      let outcomes = try await concurrently(stores: 3, times: 10, open) { store in
        let limit = RateLimit(perSecond: 1_000, perDay: 20, store: store, time: clock.timeSource)
        return await error { try await takeSlot(limit, clock) }
      }
      try expectEqual(outcomes.count { $0 == nil }, 20, "requests permitted")
      try expectEqual(outcomes.count { $0 == .quotaExceeded }, 10, "requests refused")
    },
    Case("quota exceeded", "A refusal by the API is known to all limits that share the store.") { open in
      let clock = ManualClock()
      let end = await RateLimit(store: try await open(), time: clock.timeSource).quotaWasExceeded()
      let other = RateLimit(store: try await open(), time: clock.timeSource)
      let quota = try await other.loadDailyQuota()
      try expectEqual(quota.remaining, 0, "the remaining requests")
      try expectEqual(quota.resumesAt, end, "the end of the refusal")
      let error = await error { try await takeSlot(other, clock) }
      try expectEqual(error, .quotaExceeded, "the error of the next request")
    },
    Case("given back", "A slot that is given back is available to others.") { open in
      let clock = ManualClock()
      let limit = RateLimit(perSecond: 1, perDay: 1, store: try await open(), time: clock.timeSource)
      await limit.giveBack(try await limit.acquire(operation: "conformance", patience: .zero))
      let other = RateLimit(perSecond: 1, perDay: 1, store: try await open(), time: clock.timeSource)
      let error = await error { _ = try await other.acquire(operation: "conformance", patience: .zero) }
      try expectEqual(error, nil, "the error of the next request")
    },
  ]
}
