/// Suspends callers until it is opened, and counts them.
actor Gate {
  private var isOpen: Bool
  private var arrived = 0
  private var held: [CheckedContinuation<Void, Never>] = []
  private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

  init(open: Bool = false) { isOpen = open }

  func pass() async {
    arrived += 1
    for watcher in watchers where watcher.count <= arrived { watcher.continuation.resume() }
    watchers.removeAll { $0.count <= arrived }
    if isOpen { return }
    await withCheckedContinuation { held.append($0) }
  }

  func open() {
    isOpen = true
    for waiter in held { waiter.resume() }
    held = []
  }

  func waitForArrivals(_ count: Int) async {
    if arrived >= count { return }
    await withCheckedContinuation { watchers.append((count, $0)) }
  }
}
