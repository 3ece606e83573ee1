public import ConstantContactTransport

#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The requests that one API key may send per second and per day.
///
/// Constant Contact counts requests per API key, not per account and not per program. Clients that use the same key share one value of
/// this type; processes that use the same key share a ``RateLimitStore``.
///
/// Callers wait in a queue: interactive calls before background calls, each kind in its order of arrival. While background calls wait,
/// they get one slot in ten. Cancelled callers leave the queue immediately without using a slot.
///
/// Requests arrive at the server closer together than they were sent when the network delays some more than others. The limit learns
/// from response times and from `throttled` refusals how much closer, and lengthens its second accordingly: by at most 40 ms for response
/// times, and by 5 ms for each refusal beyond that, which decays.
///
/// See https://developer.constantcontact.com/api_guide/rate_limits.html.
public actor RateLimit {
  private let configuredLimits: RateLimitState.Limits
  private var jitter = JitterEstimate()
  let time: TimeSource
  let store: (any RateLimitStore)?
  /// The state itself or, with a store, the state that was last seen there.
  var state = RateLimitState()
  var queue = SlotQueue()
  /// With a store: the update under way for the first caller in the queue.
  var storeRequest: StoreRequest?
  /// No slot is available before this time.
  var nextSlot: Duration = .zero
  /// Wakes the queue for the next slot or the end of a caller's patience.
  var timer: (deadline: Duration, task: Task<Void, Never>)?

  /// Creates a rate limit. Values out of range are clamped.
  ///
  /// - Parameters:
  ///   - perSecond: How many requests may be sent within any second, 1 to 1,000,000. The default, 4, is the documented limit.
  ///   - perDay: How many requests may be sent from 00:00 UTC to the next. The default, 10,000, is the documented limit.
  ///   - reserve: How many of the day's requests background calls leave to interactive ones; none by default.
  ///   - margin: What a second is lengthened by, at least; 5 ms by default, at most an hour.
  ///   - store: Where the state is kept for several processes; by default in this value alone. All that share a store have to be
  ///     created with the same limits.
  ///   - time: The source of time and dates.
  public init(
    perSecond: Int = 4,
    perDay: Int = 10_000,
    reserve: Int = 0,
    margin: Duration = .milliseconds(5),
    store: (any RateLimitStore)? = nil,
    time: TimeSource = .system
  ) {
    configuredLimits = RateLimitState.Limits(perSecond: perSecond, perDay: perDay, reserve: reserve, margin: margin)
    self.store = store
    self.time = time
  }

  /// The requests that may be sent within any second, as configured.
  package nonisolated var requestsPerSecond: Int { configuredLimits.perSecond }
  /// The requests that may be sent in a day, as configured.
  package nonisolated var requestsPerDay: Int { configuredLimits.perDay }

  /// The limits, with the window lengthened by what was learned.
  var limits: RateLimitState.Limits {
    var limits = configuredLimits
    limits.window += jitter.extra
    return limits
  }

  /// The state of the day's quota. With a store, as of this program's latest request; ``loadDailyQuota()`` reads the store.
  public var dailyQuota: DailyQuota { state.dailyQuota(limits, at: time.now) }

  /// The number of callers that wait for a slot.
  package var waitingCount: Int { queue.count }

  /// Waits for a slot, and counts its request. Simulated time then stands still until `TimeSource.endWork()` is called.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - priority: The caller's place in the queue.
  ///   - patience: How long the caller can wait. A store that responds late extends it by 40 ms at most.
  /// - Returns: The slot. Pass it to ``giveBack(_:)`` when no request is sent, else to ``noteResponse(to:isThrottled:)``.
  /// - Throws: ``ConstantContactError`` with code `quotaExceeded` when the day's requests are used up, `timedOut` when no slot is
  ///   available in time (at once, if that is known), `limitUnavailable` when the store fails; `CancellationError`.
  package func acquire(
    operation: String,
    priority: CallPriority = .interactive,
    patience: Duration
  ) async throws -> RateLimitSlot {
    try Task.checkCancellation()
    if let end = state.spent(limits, priority, at: time.now) { throw spentError(operation, until: end, priority) }
    if store == nil, queue.isEmpty, case .granted(let slot) = takeOwnSlot(priority) { return slot }
    let patience = max(.zero, patience.clamped)
    guard state.delay(ofSlot: queue.position(ofNew: priority), limits, at: instant) <= patience else {
      throw lateError(operation)
    }
    let end = time.elapsed + patience
    let id = queue.nextID()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<RateLimitSlot, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          queue.append(.init(id: id, operation: operation, priority: priority, end: end, continuation: continuation))
          serveQueue()
        }
      }
    } onCancel: {
      Task { await self.leaveQueue(id) }
    }
  }

  /// Takes back a slot whose request was not sent.
  package func giveBack(_ slot: RateLimitSlot) async {
    state.giveBack(slot.reservation)
    // A store that fails keeps the count one too high, which harms nothing.
    await updateStore { state, _ in state.giveBack(slot.reservation) }
    time.endWork()
    nextSlot = .zero
    serveQueue()
  }

  /// Learns how much the network's delays vary. To be called as soon as the response to a slot's request is received.
  ///
  /// - Parameters:
  ///   - slot: The slot of the request.
  ///   - isThrottled: Whether the API refused the request with `throttled`.
  package func noteResponse(to slot: RateLimitSlot, isThrottled: Bool) {
    if isThrottled { return jitter.noteThrottled() }
    let lateness = jitter.noteResponse(after: time.elapsed - slot.time)
    guard lateness > .zero else { return }
    state.postpone(slot.reservation, by: lateness)
    if store != nil { Task { await updateStore { state, _ in state.postpone(slot.reservation, by: lateness) } } }
  }

  /// Records that the API refused a request with `quota_exceeded`, so that none is sent before there is a new quota.
  ///
  /// A store that takes longer than 40 ms is updated in the background.
  ///
  /// - Returns: When the next request may be sent.
  package func quotaWasExceeded() async -> Date {
    let date = time.now
    let end = state.markSpent(at: date)
    await updateStore { state, _ in _ = state.markSpent(at: date) }
    return end
  }

  // MARK: Errors

  func spentError(_ operation: String, until end: Date, _ priority: CallPriority) -> ConstantContactError {
    let isReserved = priority == .background && state.spent(limits, .interactive, at: time.now) == nil
    let what =
      isReserved
      ? "all but the day's reserve of \(limits.reserve) requests is used up" : "the day's requests are used up"
    return ConstantContactError(
      .quotaExceeded, "request not sent: \(what). Retry after \(TimestampText.format(end))", operation: operation,
      resumesAt: end)
  }

  func lateError(_ operation: String, isStoreSlow: Bool = false) -> ConstantContactError {
    let what = isStoreSlow ? "the rate limit store does not respond" : "no slot under the rate limit is available"
    return ConstantContactError(
      .timedOut, "request not sent: \(what) before the call's deadline", operation: operation)
  }
}
