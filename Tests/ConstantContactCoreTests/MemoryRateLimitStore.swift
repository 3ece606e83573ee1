import ConstantContactKit

/// Keeps a state in memory, for several limits of one process.
actor MemoryRateLimitStore: RateLimitStore {
  private var state: RateLimitState

  init(_ state: RateLimitState = RateLimitState()) { self.state = state }

  func update<Value: Sendable>(_ change: @Sendable (inout RateLimitState) -> Value) async throws -> Value {
    change(&state)
  }
}

/// Takes its time for each update, and ends no earlier when it is cancelled.
actor SlowRateLimitStore: RateLimitStore {
  private let base = MemoryRateLimitStore()
  private let time: TimeSource
  private let delay: Duration
  private(set) var updates = 0

  init(_ time: TimeSource, delay: Duration) {
    self.time = time
    self.delay = delay
  }

  func update<Value: Sendable>(_ change: @Sendable (inout RateLimitState) -> Value) async throws -> Value {
    let time = time
    let delay = delay
    await Task { try? await time.sleep(for: delay) }.value
    updates += 1
    return try await base.update(change)
  }
}
