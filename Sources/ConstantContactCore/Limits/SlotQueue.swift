/// The callers that wait for a slot, in the order in which they are served.
struct SlotQueue {
  struct Waiter {
    let id: Int
    let operation: String
    let priority: CallPriority
    /// When the caller's patience ends.
    let end: Duration
    let continuation: CheckedContinuation<RateLimitSlot, any Error>
  }

  private var interactive: [Waiter] = []
  private var background: [Waiter] = []
  private var lastID = 0
  /// The number of consecutive slots that went to interactive calls while background calls waited.
  private var passedOver = 0

  /// While background calls wait, they get one slot in this many.
  private static let share = 10

  var count: Int { interactive.count + background.count }
  var isEmpty: Bool { interactive.isEmpty && background.isEmpty }

  mutating func nextID() -> Int {
    lastID &+= 1
    return lastID
  }

  mutating func append(_ waiter: Waiter) {
    switch waiter.priority {
    case .interactive: interactive.append(waiter)
    case .background: background.append(waiter)
    }
  }

  /// Returns the number of slots that go to others before a new caller gets one.
  func position(ofNew priority: CallPriority) -> Int {
    switch priority {
    case .interactive: interactive.count + min(background.count, (interactive.count + passedOver) / (Self.share - 1))
    case .background: count
    }
  }

  func contains(_ id: Int) -> Bool {
    interactive.contains { $0.id == id } || background.contains { $0.id == id }
  }

  func next() -> Waiter? {
    if let waiter = background.first, interactive.isEmpty || passedOver >= Self.share - 1 { return waiter }
    return interactive.first
  }

  mutating func noteGrant(to priority: CallPriority) {
    passedOver = priority == .interactive && !background.isEmpty ? passedOver + 1 : 0
  }

  @discardableResult
  mutating func remove(_ id: Int) -> Waiter? {
    if let index = interactive.firstIndex(where: { $0.id == id }) { return interactive.remove(at: index) }
    if let index = background.firstIndex(where: { $0.id == id }) { return background.remove(at: index) }
    return nil
  }

  /// When the first caller's patience ends.
  var earliestEnd: Duration? {
    let ends = [interactive.lazy.map(\.end).min(), background.lazy.map(\.end).min()]
    return ends.compactMap { $0 }.min()
  }

  /// Removes the callers whose patience ended.
  mutating func removeAll(endingBy time: Duration) -> [Waiter] {
    guard let earliestEnd, earliestEnd <= time else { return [] }
    let late = (interactive + background).filter { $0.end <= time }
    interactive.removeAll { $0.end <= time }
    background.removeAll { $0.end <= time }
    return late
  }
}
