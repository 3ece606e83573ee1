public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The requests that one API key may make: so many in a second, so many in a day.
///
/// The service counts per API key, not per account and not per program. Clients made with the same key share one value, so that
/// together they keep its limits; several processes share a ``RateLimitStore``.
///
/// Callers wait their turn: interactive calls before background ones, and each kind in the order in which they came; while background calls wait, one
/// turn in ten is theirs. Whoever is cancelled leaves the queue at once, and no slot is lost over it.
///
/// See the vendor's page "Rate limits".
public actor RateLimit {
  /// What is left of a day's requests.
  public struct Day: Sendable, Hashable {
    /// The requests made since 00:00 UTC.
    public let used: Int
    /// The requests that are left.
    public let remaining: Int
    /// When there are new ones: when the next day begins, unless the service has said otherwise.
    public let resumesAt: Date
  }

  private let limits: RateLimitState.Limits
  private let time: TimeSource
  private let ledger: (any RateLimitStore)?
  /// The account itself or, with a ledger, what it was like when last seen.
  private var account = RateLimitState()
  private var queue = TurnQueue()
  private var pump: Task<Void, Never>?

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - perSecond: How many requests may begin within any second; 4, the service's documented limit. At least 1.
  ///   - perDay: How many requests may begin from 00:00 UTC to the next; 10,000, the service's documented limit.
  ///   - reserve: How many of the day's requests background calls leave to the others; none by default.
  ///   - margin: What a second is lengthened by. Requests that leave a second apart can arrive a little closer
  ///     together; 5 ms by default.
  ///   - ledger: Where the account is kept for several processes; by default in this value alone. All who share it have to be given the
  ///     same limits.
  ///   - time: Where waiting and dates come from.
  public init(
    perSecond: Int = 4,
    perDay: Int = 10_000,
    reserve: Int = 0,
    margin: Duration = .milliseconds(5),
    ledger: (any RateLimitStore)? = nil,
    time: TimeSource = .system
  ) {
    limits = RateLimitState.Limits(
      perSecond: max(1, perSecond), perDay: max(0, perDay), reserve: max(0, reserve), window: .seconds(1) + margin)
    self.ledger = ledger
    self.time = time
  }

  /// The state of the day; with a ledger, as it was at this program's latest request. ``loadToday()`` asks the ledger.
  public var today: Day { account.today(limits, at: time.now) }

  /// The state of the day, from the ledger if there is one.
  ///
  /// - Throws: What the ledger throws.
  public func loadToday() async throws -> Day {
    let date = time.now
    let limits = limits
    return try await change { account, _ in account.today(limits, at: date) }
  }

  /// How many callers wait for their turn.
  package var waitingCount: Int { queue.count }

  /// Waits until a request may begin, and counts it. From here on simulated time stands still until
  /// `TimeSource.endWork()` is called.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - priority: Whose turn it is when several wait.
  ///   - patience: How long the caller can wait.
  /// - Returns: The slot, to be given back when no request is made after all.
  /// - Throws: ``ConstantContactError`` with code `quotaExceeded` when the day's requests are used up, `timedOut` when
  ///   the turn does not come in time (at once, if that is clear), `limitUnavailable` when the ledger fails; `CancellationError`.
  package func acquire(
    operation: String,
    priority: CallPriority = .interactive,
    patience: Duration
  ) async throws -> RateLimitSlot {
    try Task.checkCancellation()
    if let end = account.spent(limits, priority, at: time.now) { throw spent(operation, until: end, priority) }
    if ledger == nil, queue.isEmpty, case .granted(let grant) = takeOwn(priority) {
      return RateLimitSlot(grant: grant)
    }
    guard account.delay(ofSlot: queue.placeOfNewcomer(priority), limits, at: instant) <= patience else {
      throw tooLate(operation)
    }
    let end = time.elapsed + patience
    let id = queue.nextID()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<RateLimitSlot, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          queue.append(.init(id: id, operation: operation, end: end, continuation: continuation), priority)
          startPump()
        }
      }
    } onCancel: {
      Task { await self.leave(id) }
    }
  }

  /// Takes back a slot whose request was not made.
  package func giveBack(_ slot: RateLimitSlot) async {
    // A ledger that fails keeps the count one too high, which harms nobody.
    _ = try? await change { account, _ in account.giveBack(slot.grant) }
    time.endWork()
    // The pump sleeps until the slot that it knew of.
    if ledger == nil { serveFromOwn() }
  }

  /// Remembers that the service called the day's quota spent, so that nobody asks again before there are new requests.
  ///
  /// - Returns: When to go on.
  package func quotaWasExceeded() async -> Date {
    let date = time.now
    // Known here whatever becomes of the ledger.
    let end = account.markSpent(at: date)
    return (try? await change { account, _ in account.markSpent(at: date) }) ?? end
  }

  // MARK: The account

  /// The time by the clock that all who share the account go by.
  private var instant: Duration {
    ledger == nil ? time.elapsed : .seconds(time.now.timeIntervalSince1970)
  }

  /// Takes a slot at the present time, at which simulated time then stands still.
  private func takeOwn(_ priority: CallPriority) -> RateLimitState.Verdict {
    time.beginWork()
    let verdict = account.take(limits, priority, at: instant, date: time.now)
    if !verdict.isGranted { time.endWork() }
    return verdict
  }

  private func change<Result: Sendable>(
    _ body: @escaping @Sendable (inout RateLimitState, Duration) -> Result
  ) async throws -> Result {
    guard let ledger else { return body(&account, time.elapsed) }
    time.beginWork()
    defer { time.endWork() }
    let time = time
    let (result, seen) = try await ledger.update { account in
      // The date is asked for under the ledger's lock, so that the stamps in it are in order.
      let result = body(&account, .seconds(time.now.timeIntervalSince1970))
      return (result, account)
    }
    account = seen
    return result
  }

  // MARK: Turns

  private func startPump() {
    guard pump == nil else { return }
    pump = Task {
      while let delay = await self.serve() { try? await self.time.sleep(for: delay) }
    }
  }

  /// Lets through whoever can go.
  ///
  /// - Returns: When to come again; `nil` when nobody waits, and then the pump is over.
  private func serve() async -> Duration? {
    let delay = ledger == nil ? serveFromOwn() : await serveFromLedger()
    if delay == nil { pump = nil }
    return delay
  }

  @discardableResult
  private func serveFromOwn() -> Duration? {
    while let (priority, waiter) = queue.next() {
      if let delay = answer(waiter, priority, takeOwn(priority)) { return delay }
    }
    return nil
  }

  private func serveFromLedger() async -> Duration? {
    let limits = limits
    while true {
      dismiss { $0.end < time.elapsed }
      guard let (priority, waiter) = queue.next() else { return nil }
      let date = time.now
      time.beginWork()
      do {
        let verdict = try await change { account, instant in account.take(limits, priority, at: instant, date: date) }
        if !verdict.isGranted { time.endWork() }
        // Others may take the slot that comes up: nobody is kept longer than they would wait.
        if let delay = answer(waiter, priority, verdict) {
          dismiss { $0.end <= time.elapsed }
          return min(delay, (queue.earliestEnd ?? .seconds(86_400)) - time.elapsed)
        }
      } catch {
        time.endWork()
        guard queue.remove(waiter.id) != nil else { continue }
        waiter.continuation.resume(
          throwing: ConstantContactError(
            .limitUnavailable, "the ledger of requests could not be used: nothing was sent",
            operation: waiter.operation,
            cause: error))
      }
    }
  }

  /// - Returns: How long to wait, when it is nobody's turn yet.
  private func answer(
    _ waiter: TurnQueue.Waiter,
    _ priority: CallPriority,
    _ verdict: RateLimitState.Verdict
  ) -> Duration? {
    switch verdict {
    case .wait(let delay):
      return delay
    case .spent(let end):
      if queue.remove(waiter.id) != nil {
        waiter.continuation.resume(throwing: spent(waiter.operation, until: end, priority))
      }
    case .granted(let grant):
      if queue.remove(waiter.id) != nil {
        queue.noteTurn(of: priority)
        waiter.continuation.resume(returning: RateLimitSlot(grant: grant))
      } else {
        // It left while the ledger was asked.
        Task { await giveBack(RateLimitSlot(grant: grant)) }
      }
    }
    return nil
  }

  /// Tells those for whom it is too late.
  private func dismiss(_ isLate: (TurnQueue.Waiter) -> Bool) {
    for waiter in queue.remove(where: isLate) { waiter.continuation.resume(throwing: tooLate(waiter.operation)) }
  }

  private func leave(_ id: Int) {
    queue.remove(id)?.continuation.resume(throwing: CancellationError())
  }

  private func spent(_ operation: String, until end: Date, _ priority: CallPriority) -> ConstantContactError {
    let isReserved = priority == .background && account.spent(limits, .interactive, at: time.now) == nil
    let what =
      isReserved
      ? "all but the day's reserve of \(limits.reserve) requests is used up" : "the day's requests are used up"
    return ConstantContactError(
      .quotaExceeded, "\(what): go on after \(TimestampText.format(end))", operation: operation, resumesAt: end)
  }

  private func tooLate(_ operation: String) -> ConstantContactError {
    ConstantContactError(
      .timedOut, "the call's deadline ends before its turn under the rate limit comes", operation: operation)
  }
}
