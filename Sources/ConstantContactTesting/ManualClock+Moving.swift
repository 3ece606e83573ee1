internal import ConstantContactTransport

extension ManualClock {
  /// Advances time, waking sleepers in the order of their deadlines, each at its own time.
  ///
  /// Woken tasks run, and may sleep again within the same span, before the clock advances further.
  ///
  /// - Parameter duration: The time to advance. Zero and negative durations do not change the time.
  public func advance(by duration: Duration) async {
    let end = elapsed.saturatingAdd(duration)
    await settle()
    while wakeNext(notAfter: end) { await settle() }
    state.withLock { $0.move(to: end) }
    await settle()
  }

  /// Advances to the earliest sleeper's deadline and wakes all sleepers with that deadline.
  ///
  /// - Returns: Whether there was a sleeper.
  @discardableResult
  public func advanceToNextSleeper() async -> Bool {
    await settle()
    let hasWoken = wakeNext(notAfter: nil)
    await settle()
    return hasWoken
  }

  /// Advances from sleeper to sleeper until none is left.
  public func run() async {
    while await advanceToNextSleeper() {}
  }

  /// Waits until the given number of tasks sleep on this clock, or the calling task is cancelled.
  public func waitForSleepers(_ count: Int = 1) async {
    while sleeperCount < count, !Task.isCancelled { await Task.yield() }
  }

  /// The number of yields without any change after which the clock counts as idle.
  private static let idleYields = 20
  /// The number of yields to wait for work that does not end. In manual mode, the test decides.
  private static let maximumYields = 10_000

  /// Lets other tasks run until nothing changes.
  private func settle() async {
    var (quiet, yields) = (0, 0)
    var last = state.withLock { $0.generation }
    while quiet < Self.idleYields {
      await Task.yield()
      yields += 1
      let (generation, isBusy) = state.withLock { ($0.generation, $0.isBusy) }
      quiet = generation == last && (!isBusy || yields > Self.maximumYields) ? quiet + 1 : 0
      last = generation
    }
  }

  /// Lets other tasks run until nothing changes, or work is under way.
  private func settleUnlessWorking() async {
    var quiet = 0
    var last = state.withLock { $0.generation }
    while quiet < Self.idleYields {
      await Task.yield()
      let (generation, isWaking, work) = state.withLock { ($0.generation, $0.isWaking, $0.work) }
      if work > 0 { return }
      quiet = generation == last && !isWaking ? quiet + 1 : 0
      last = generation
    }
  }

  private func wakeNext(notAfter limit: Duration?) -> Bool {
    let woken = state.withLock { $0.jump(notAfter: limit) }
    for continuation in woken { continuation.resume() }
    return !woken.isEmpty
  }

  /// Starts the task that advances an automatic clock. The caller has claimed the driver's role.
  func startDriver() {
    Task {
      while true {
        await self.settleUnlessWorking()
        let (isOver, woken) = self.state.withLock { state -> (Bool, [ManualClockState.Continuation]) in
          if state.releaseDriverIfIdle() { return (true, []) }
          return (false, state.jump(notAfter: nil))
        }
        for continuation in woken { continuation.resume() }
        if isOver { return }
      }
    }
  }
}
