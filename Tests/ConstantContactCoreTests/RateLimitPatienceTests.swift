import ConstantContactKit
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import Testing

/// A caller's patience bounds its wait, whatever the queue and the store do.
@Suite struct RateLimitPatienceTests {
  private let clock = ManualClock()

  /// Lets the given time pass by small steps, waits for the call's error, and returns it with the time at which it was thrown.
  ///
  /// The clock stops 100 ms after the patience ends, so that a busy machine cannot change the time of the error.
  private func timeOfError(_ call: Task<RateLimitSlot, any Error>, patience: Duration) async throws -> (
    ConstantContactError.Code?, Duration
  ) {
    let end = Locked<(ConstantContactError.Code?, Duration)?>(nil)
    let clock = clock
    Task {
      let result = await call.result
      end.withLock { outcome in
        if case .failure(let error) = result {
          outcome = ((error as? ConstantContactError)?.code, clock.elapsed)
        } else {
          outcome = (nil, clock.elapsed)
        }
      }
    }
    while clock.elapsed < patience + .milliseconds(100), end.withLock({ $0 == nil }) {
      await clock.advance(by: .milliseconds(50))
    }
    // A call that outlives its patience would hold the test.
    let limit = ContinuousClock.now + .seconds(600)
    while end.withLock({ $0 == nil }), ContinuousClock.now < limit { await Task.yield() }
    return try #require(end.withLock { $0 }, "the call did not end when its patience did")
  }

  @Test func backgroundCallEndsWithItsPatienceWhileInteractiveCallsTakeTheSlots() async throws {
    let limit = RateLimit(perSecond: 1, margin: .zero, time: clock.timeSource)
    _ = try await limit.acquire(operation: "first", patience: .zero)
    clock.endWork()
    let call = Task { try await limit.acquire(operation: "x", priority: .background, patience: .seconds(2)) }
    while await limit.waitingCount < 1 { await Task.yield() }
    for _ in 0..<5 {
      Task {
        _ = try await limit.acquire(operation: "y", patience: .seconds(100))
        clock.endWork()
      }
    }
    while await limit.waitingCount < 6 { await Task.yield() }
    let (code, time) = try await timeOfError(call, patience: .seconds(2))
    #expect(code == .timedOut)
    #expect(time >= .seconds(2) && time <= .milliseconds(2_100))
  }

  @Test func slowStoreDoesNotHoldUpACallerAndItsSlotIsGivenBack() async throws {
    let store = SlowRateLimitStore(clock.timeSource, delay: .seconds(12))
    let limit = RateLimit(store: store, time: clock.timeSource)
    let call = Task { try await limit.acquire(operation: "x", patience: .seconds(1)) }
    while await limit.waitingCount < 1 { await Task.yield() }
    let (code, time) = try await timeOfError(call, patience: .seconds(1))
    #expect(code == .timedOut)
    #expect(time >= .seconds(1) && time <= .milliseconds(1_100))
    // The update that was under way takes a slot, and another one gives it back.
    while await store.updates < 2, clock.elapsed < .seconds(60) { await clock.advance(by: .seconds(1)) }
    let quota = Task { try await limit.loadDailyQuota() }
    while await store.updates < 3, clock.elapsed < .seconds(90) { await clock.advance(by: .seconds(1)) }
    #expect(try await quota.value.used == 0)
  }

  @Test func storeThatHangsHoldsUpNoCaller() async throws {
    let store = SlowRateLimitStore(clock.timeSource, delay: .seconds(1_000_000))
    let limit = RateLimit(store: store, time: clock.timeSource)
    let calls = [3, 1, 2, 0].map { patience in
      (patience, Task { try await limit.acquire(operation: "x", patience: .seconds(patience)) })
    }
    // The one without patience may have ended already.
    while await limit.waitingCount < 3 { await Task.yield() }
    for (patience, call) in calls.sorted(by: { $0.0 < $1.0 }) {
      let (code, time) = try await timeOfError(call, patience: .seconds(patience))
      #expect(code == .timedOut)
      #expect(time >= .seconds(patience) && time <= .seconds(patience) + .milliseconds(100))
    }
    let cancelled = Task { try await limit.acquire(operation: "x", patience: .seconds(100)) }
    while await limit.waitingCount < 1 { await Task.yield() }
    let before = clock.elapsed
    cancelled.cancel()
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    #expect(clock.elapsed == before)
  }

  @Test func storeThatHangsHoldsUpNeitherARefusalNorAReturnedSlot() async throws {
    let store = SlowRateLimitStore(clock.timeSource, delay: .seconds(1_000_000))
    let limit = RateLimit(store: store, time: clock.timeSource)
    let other = RateLimit(time: clock.timeSource)
    let slot = try await other.acquire(operation: "x", patience: .zero)
    let returned = Task { await limit.giveBack(slot) }
    let refused = Task { await limit.quotaWasExceeded() }
    await clock.waitForSleepers(2)
    await clock.advance(by: .milliseconds(100))
    await returned.value
    #expect(await refused.value == clock.start.addingTimeInterval(15 * 3_600))
  }

  /// In real time: another process can hold the lock of the file.
  @Test func lockedFileDoesNotHoldUpACaller() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "patience-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "limit.json")
    let lock = try await FileLock.acquire(at: file.path + ".lock")
    let limit = RateLimit(store: FileRateLimitStore(file: file))
    let start = ContinuousClock.now
    let error = try await failure { try await limit.acquire(operation: "x", patience: .milliseconds(200)) }
    let duration = ContinuousClock.now - start
    #expect(error.code == .timedOut)
    #expect(error.message.contains("store"))
    // The lock is released only below; the bound allows for a busy machine.
    #expect(duration >= .milliseconds(200) && duration < .seconds(600))
    lock.release()
    _ = try await limit.acquire(operation: "x", patience: .seconds(10))
    #expect(try await limit.loadDailyQuota().used == 1)
  }
}
