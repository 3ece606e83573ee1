/// The state of a ``ManualClock``, protected by its lock. Continuations are returned to be resumed outside the lock.
struct ManualClockState {
  typealias Continuation = CheckedContinuation<Void, any Error>

  struct Sleeper {
    let id: UInt64
    let deadline: Duration
    /// Whether the sleeper is the deadline of other work, for which the clock does not advance by itself.
    let isDeadline: Bool
    let continuation: Continuation
  }

  enum Registered {
    case waiting, waitingForDriver, due, cancelled
  }

  private(set) var now: Duration = .zero
  /// Ordered by deadline, then by arrival.
  private(set) var sleepers: [Sleeper] = []
  /// Changes whenever a sleeper arrives or leaves, and whenever work begins or ends.
  private(set) var generation: UInt64 = 0
  /// May be negative for a moment, when a fake sleeps within a request that was not marked as work.
  private(set) var work = 0

  private var nextID: UInt64 = 0
  private var isDriven = false
  /// Woken sleepers whose tasks have not run yet.
  private var waking: Set<UInt64> = []
  /// Sleepers that were cancelled before they registered.
  private var cancelledEarly: Set<UInt64> = []

  var isBusy: Bool { work > 0 || !waking.isEmpty }
  /// Whether there are sleepers for which the clock advances by itself.
  private var hasSleepers: Bool { sleepers.contains { !$0.isDeadline } }
  var isWaking: Bool { !waking.isEmpty }

  mutating func makeID() -> UInt64 {
    nextID += 1
    return nextID
  }

  mutating func register(
    _ id: UInt64,
    until deadline: Duration,
    isDeadline: Bool = false,
    _ continuation: Continuation,
    automatic: Bool
  ) -> Registered {
    generation += 1
    if cancelledEarly.contains(id) { return .cancelled }
    if deadline <= now { return .due }
    let index = sleepers.partitioningIndex { $0.deadline > deadline }
    sleepers.insert(Sleeper(id: id, deadline: deadline, isDeadline: isDeadline, continuation: continuation), at: index)
    return automatic && claimDriver() ? .waitingForDriver : .waiting
  }

  mutating func cancel(_ id: UInt64) -> Continuation? {
    generation += 1
    guard let index = sleepers.firstIndex(where: { $0.id == id }) else {
      cancelledEarly.insert(id)
      return nil
    }
    return sleepers.remove(at: index).continuation
  }

  mutating func leave(_ id: UInt64) {
    generation += 1
    waking.remove(id)
    cancelledEarly.remove(id)
  }

  mutating func changeWork(by change: Int) {
    generation += 1
    work += change
  }

  /// Claims the role of the driver, if it is free and there is a sleeper to wake.
  mutating func claimDriver() -> Bool {
    guard !isDriven, work <= 0, hasSleepers else { return false }
    isDriven = true
    return true
  }

  /// Gives up the driver's role when no sleeper is left, or while work is under way; the end of the work claims it again.
  mutating func releaseDriverIfIdle() -> Bool {
    guard !hasSleepers || work > 0 else { return false }
    isDriven = false
    return true
  }

  /// Advances to the earliest deadline that is not after the limit, and returns the sleepers with that deadline.
  mutating func jump(notAfter limit: Duration?) -> [Continuation] {
    // A deadline is only reached on the way to something else.
    guard let first = sleepers.first, limit != nil || hasSleepers, limit.map({ first.deadline <= $0 }) ?? true else {
      return []
    }
    now = max(now, first.deadline)
    return wake(count: sleepers.partitioningIndex { $0.deadline > first.deadline })
  }

  mutating func move(to time: Duration) { now = max(now, time) }

  private mutating func wake(count: Int) -> [Continuation] {
    generation += 1
    let woken = sleepers.prefix(count)
    sleepers.removeFirst(count)
    waking.formUnion(woken.map(\.id))
    return woken.map(\.continuation)
  }
}

extension Array {
  /// Returns the index of the first element that satisfies the predicate, which all later elements satisfy too.
  fileprivate func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
