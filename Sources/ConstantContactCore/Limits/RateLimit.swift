public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The requests that one API key may make: so many in a second, so many in a day.
///
/// The service counts per API key, not per account and not per program. Clients made with the same key share one value, so that
/// together they keep its limits. Callers wait their turn in the order in which they came; whoever is cancelled leaves the
/// queue at once, and no slot is lost over it.
///
/// See the vendor's page "Rate limits".
public actor RateLimit {
  /// What is left of a day's requests, as far as this program knows.
  public struct Day: Sendable, Hashable {
    /// The requests made since 00:00 UTC.
    public let used: Int
    /// The requests that are left.
    public let remaining: Int
    /// When the next day begins.
    public let resumesAt: Date
  }

  private struct Waiter {
    let id: Int
    let operation: String
    let continuation: CheckedContinuation<Duration, any Error>
  }

  private let perSecond: Int
  private let perDay: Int
  private let window: Duration
  private let time: TimeSource
  /// When the latest requests were let through, oldest first; at most `perSecond` of them.
  private var grants: [Duration] = []
  private var waiters: [Waiter] = []
  private var nextID = 0
  private var isPumping = false
  private var day: Int
  private var usedToday = 0
  /// Until when the service has said that nothing is left.
  private var spentUntil: Date?

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - perSecond: How many requests may begin within any second; 4, the service's documented limit. At least 1.
  ///   - perDay: How many requests may begin from 00:00 UTC to the next; 10,000, the service's documented limit.
  ///   - margin: What a second is lengthened by. Requests that leave a second apart can arrive a little closer
  ///     together; 5 ms by default.
  ///   - time: Where waiting and dates come from.
  public init(
    perSecond: Int = 4,
    perDay: Int = 10_000,
    margin: Duration = .milliseconds(5),
    time: TimeSource = .system
  ) {
    self.perSecond = max(1, perSecond)
    self.perDay = max(0, perDay)
    window = .seconds(1) + margin
    self.time = time
    day = Self.day(of: time.now)
  }

  /// The state of the day.
  public var today: Day {
    startNewDayIfDue()
    if let end = spentUntil, end <= time.now { spentUntil = nil }
    let remaining = spentUntil == nil ? max(0, perDay - usedToday) : 0
    return Day(used: usedToday, remaining: remaining, resumesAt: Self.start(ofDay: day + 1))
  }

  /// How many callers wait for their turn.
  package var waitingCount: Int { waiters.count }

  /// Waits until a request may begin, and counts it. From here on simulated time stands still until
  /// `TimeSource.endWork()` is called.
  ///
  /// - Parameters:
  ///   - operation: The operation's name, for errors.
  ///   - patience: How long the caller can wait.
  /// - Returns: The slot, to be given back when no request is made after all.
  /// - Throws: ``ConstantContactError`` with code `quotaExceeded` when the day's requests are used up, `timedOut`, at once,
  ///   when the turn would not come in time; `CancellationError`.
  package func acquire(operation: String, patience: Duration) async throws -> Duration {
    try Task.checkCancellation()
    try checkQuota(operation)
    if waiters.isEmpty && delayOfSlot(0) <= .zero { return grant() }
    guard delayOfSlot(waiters.count) <= patience else {
      throw ConstantContactError(
        .timedOut, "the call's deadline ends before its turn under the rate limit comes", operation: operation)
    }
    let id = nextID
    nextID += 1
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Duration, any Error>) in
        if Task.isCancelled {
          continuation.resume(throwing: CancellationError())
        } else {
          waiters.append(Waiter(id: id, operation: operation, continuation: continuation))
          startPump()
        }
      }
    } onCancel: {
      Task { await self.leave(id) }
    }
  }

  /// Takes back a slot whose request was not made.
  package func giveBack(_ slot: Duration) {
    if let index = grants.firstIndex(of: slot) { grants.remove(at: index) }
    usedToday = max(0, usedToday - 1)
    time.endWork()
    // The pump sleeps until the slot that it knew of.
    serveWhoeverIsNext()
  }

  /// Remembers that the service called the day's quota spent, so that nobody asks again before the next day.
  ///
  /// In the first minutes of a day it is the day before that is spent: the service's clock is a little behind, or its
  /// answer was under way at midnight. Then a minute's wait is enough.
  ///
  /// - Returns: When to go on.
  package func quotaWasExceeded() -> Date {
    startNewDayIfDue()
    let now = time.now
    let isEarly = now.timeIntervalSince(Self.start(ofDay: day)) < 300
    let end = isEarly ? now.addingTimeInterval(60) : Self.start(ofDay: day + 1)
    spentUntil = end
    return end
  }

  private func grant() -> Duration {
    if grants.count == perSecond { grants.removeFirst() }
    let slot = time.elapsed
    grants.append(slot)
    usedToday += 1
    time.beginWork()
    return slot
  }

  /// How long it takes until the slot that is `index` places from now comes up.
  private func delayOfSlot(_ index: Int) -> Duration {
    let now = time.elapsed
    let taken = grants.filter { $0 + window > now }
    let free = perSecond - taken.count
    let place = index % perSecond
    let first = place < free ? now : taken[place - free] + window
    return first + window * (index / perSecond) - now
  }

  private func startPump() {
    guard !isPumping else { return }
    isPumping = true
    Task { await pump() }
  }

  private func pump() async {
    while true {
      serveWhoeverIsNext()
      if waiters.isEmpty { break }
      try? await time.sleep(for: delayOfSlot(0))
    }
    isPumping = false
  }

  private func serveWhoeverIsNext() {
    while let waiter = waiters.first {
      do {
        try checkQuota(waiter.operation)
      } catch {
        waiters.removeFirst()
        waiter.continuation.resume(throwing: error)
        continue
      }
      guard delayOfSlot(0) <= .zero else { return }
      waiters.removeFirst()
      waiter.continuation.resume(returning: grant())
    }
  }

  private func leave(_ id: Int) {
    guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
    waiters.remove(at: index).continuation.resume(throwing: CancellationError())
  }

  private func checkQuota(_ operation: String) throws {
    let today = today
    guard today.remaining == 0 else { return }
    throw ConstantContactError(
      .quotaExceeded,
      "the day's \(perDay) requests are used up: go on after 00:00 UTC",
      operation: operation,
      resumesAt: spentUntil ?? today.resumesAt
    )
  }

  private func startNewDayIfDue() {
    let current = Self.day(of: time.now)
    guard current > day else { return }
    day = current
    usedToday = 0
    spentUntil = nil
  }

  private static func day(of date: Date) -> Int { Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) }

  private static func start(ofDay day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86_400) }
}
