/// Who waits for a turn, and whose it is next.
struct TurnQueue {
  struct Waiter {
    let id: Int
    let operation: String
    /// When it is too late for it.
    let end: Duration
    let continuation: CheckedContinuation<RateLimitSlot, any Error>
  }

  private var interactive: [Waiter] = []
  private var background: [Waiter] = []
  private var lastID = 0
  /// How many turns in a row have gone to others while background work waited.
  private var passedOver = 0

  /// While background work waits, one turn in so many is its own.
  private static let share = 10

  var count: Int { interactive.count + background.count }
  var isEmpty: Bool { interactive.isEmpty && background.isEmpty }

  mutating func nextID() -> Int {
    lastID += 1
    return lastID
  }

  mutating func append(_ waiter: Waiter, _ priority: CallPriority) {
    switch priority {
    case .interactive: interactive.append(waiter)
    case .background: background.append(waiter)
    }
  }

  /// How many turns others have before somebody who comes now.
  func placeOfNewcomer(_ priority: CallPriority) -> Int {
    switch priority {
    case .interactive: interactive.count + min(background.count, (interactive.count + passedOver) / (Self.share - 1))
    case .background: count
    }
  }

  func next() -> (CallPriority, Waiter)? {
    if let waiter = background.first, interactive.isEmpty || passedOver >= Self.share - 1 {
      return (.background, waiter)
    }
    return interactive.first.map { (.interactive, $0) }
  }

  mutating func noteTurn(of priority: CallPriority) {
    passedOver = priority == .interactive && !background.isEmpty ? passedOver + 1 : 0
  }

  mutating func remove(_ id: Int) -> Waiter? {
    // It is nearly always the first of its kind.
    if let index = interactive.firstIndex(where: { $0.id == id }) { return interactive.remove(at: index) }
    if let index = background.firstIndex(where: { $0.id == id }) { return background.remove(at: index) }
    return nil
  }

  /// When the first of those who wait gives up.
  var earliestEnd: Duration? { (interactive + background).map(\.end).min() }

  mutating func remove(where isOut: (Waiter) -> Bool) -> [Waiter] {
    let out = (interactive + background).filter(isOut)
    for waiter in out { _ = remove(waiter.id) }
    return out
  }
}
