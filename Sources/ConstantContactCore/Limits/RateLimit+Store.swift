internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension RateLimit {
  /// An update of the store that takes a slot.
  struct StoreRequest {
    let waiterID: Int
    let task: Task<Void, Never>
  }

  private typealias Change<Value> = @Sendable (inout RateLimitState, Date) -> Value

  /// How long a store may still respond after the end of a caller's patience.
  static let storeGrace: Duration = .milliseconds(40)

  /// Returns the state of the day's quota, read from the store if there is one.
  ///
  /// - Throws: The store's error.
  public func loadDailyQuota() async throws -> DailyQuota {
    guard let store else { return dailyQuota }
    let limits = limits
    time.beginWork()
    defer { time.endWork() }
    let (quota, seen) = try await Self.update(store, time) { state, date in state.dailyQuota(limits, at: date) }
    state = seen
    return quota
  }

  /// Changes the state in the store, if there is one. It continues in the background when the store takes longer than the grace.
  func updateStore(_ change: @escaping @Sendable (inout RateLimitState, Date) -> Void) async {
    guard let store else { return }
    let (finished, continuation) = AsyncStream.makeStream(of: Void.self)
    Task {
      time.beginWork()
      defer { time.endWork() }
      if let (_, seen) = try? await Self.update(store, time, change) { state = seen }
      continuation.finish()
    }
    let timer = Task {
      try? await time.sleep(for: Self.storeGrace)
      continuation.finish()
    }
    for await _ in finished {}
    timer.cancel()
  }

  /// Asks the store for a slot. The caller does not wait for it: its patience may end first.
  func requestSlot(for waiter: SlotQueue.Waiter, from store: any RateLimitStore) {
    let limits = limits
    let priority = waiter.priority
    // Marked before the task runs: simulated time must not move on in between.
    time.beginWork()
    let task = Task {
      defer { time.endWork() }
      do {
        let (verdict, seen) = try await Self.update(store, time) { state, date in
          state.take(limits, priority, at: date.clampedDuration, date: date)
        }
        storeResponded(to: waiter, verdict, seen)
      } catch {
        storeFailed(for: waiter, error)
      }
    }
    storeRequest = StoreRequest(waiterID: waiter.id, task: task)
  }

  /// Stops waiting for the store. A slot that it still grants is given back.
  func abandonStoreRequest() {
    storeRequest?.task.cancel()
    storeRequest = nil
  }

  private func storeResponded(
    to waiter: SlotQueue.Waiter,
    _ verdict: RateLimitState.Verdict,
    _ seen: RateLimitState
  ) {
    guard storeRequest?.waiterID == waiter.id else {
      if case .granted(let reservation) = verdict {
        Task { await updateStore { state, _ in state.giveBack(reservation) } }
      }
      return
    }
    storeRequest = nil
    state = seen
    settle(waiter, grant(verdict))
    serveQueue()
  }

  private func storeFailed(for waiter: SlotQueue.Waiter, _ error: any Error) {
    guard storeRequest?.waiterID == waiter.id else { return }
    storeRequest = nil
    queue.remove(waiter.id)
    waiter.continuation.resume(
      throwing: ConstantContactError(
        .limitUnavailable, "request not sent: the rate limit store failed. Check the store, then retry",
        operation: waiter.operation, cause: error))
    serveQueue()
  }

  /// Runs off the actor, so that a store that blocks its thread does not block the queue.
  @concurrent
  private static func update<Value: Sendable>(
    _ store: any RateLimitStore,
    _ time: TimeSource,
    _ change: @escaping Change<Value>
  ) async throws -> (Value, RateLimitState) {
    try await store.update { state in
      // The date is read in the transaction, so that the times in the state are in order.
      let value = change(&state, time.now)
      return (value, state)
    }
  }
}
