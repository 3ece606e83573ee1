/// What a ``ManualClock`` keeps behind its lock. It hands continuations out to be resumed, and resumes none itself.
struct ManualClockState {
  typealias Continuation = CheckedContinuation<Void, any Error>

  struct Sleeper {
    let id: UInt64
    let deadline: Duration
    /// Whether it is the deadline of something else, for which the clock does not move by itself.
    let isDeadline: Bool
    let continuation: Continuation
  }

  enum Registered {
    case waiting, waitingForDriver, over, cancelled
  }

  private(set) var now: Duration = .zero
  /// Earliest first; those with the same deadline in the order of their coming.
  private(set) var sleepers: [Sleeper] = []
  /// Changes whenever somebody comes, goes, or begins or ends work: silence is when it does not.
  private(set) var generation: UInt64 = 0
  /// May fall below zero for a moment: a fake that sleeps inside a request nobody marked gives back what it never took.
  private(set) var work = 0

  private var nextID: UInt64 = 0
  private var isDriven = false
  /// Woken, but not yet on their feet.
  private var waking: Set<UInt64> = []
  /// Cancelled before they had registered.
  private var cancelledEarly: Set<UInt64> = []

  var isBusy: Bool { work > 0 || !waking.isEmpty }
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
    if deadline <= now { return .over }
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

  /// Takes the one place at the wheel, if it is free and there is somewhere to go.
  mutating func claimDriver() -> Bool {
    guard !isDriven, work <= 0, sleepers.contains(where: { !$0.isDeadline }) else { return false }
    isDriven = true
    return true
  }

  /// Leaves the wheel when there is nobody to wake, or when work is under way (its end calls for a driver again).
  mutating func releaseDriverIfIdle() -> Bool {
    guard !sleepers.contains(where: { !$0.isDeadline }) || work > 0 else { return false }
    isDriven = false
    return true
  }

  /// Moves time to the earliest deadline that is not after the limit, and hands out who slept until then.
  mutating func jump(notAfter limit: Duration?) -> [Continuation] {
    // A deadline is only reached on the way to something else.
    guard let first = sleepers.first, limit != nil || sleepers.contains(where: { !$0.isDeadline }),
      limit.map({ first.deadline <= $0 }) ?? true
    else { return [] }
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
  /// The index of the first element for which the test holds, when it holds for all that follow.
  fileprivate func partitioningIndex(where test: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
