internal import ConstantContactTransport

extension ManualClock {
  /// Lets time pass, waking sleepers in the order of their deadlines, each at its own time.
  ///
  /// Woken tasks get to run, and may sleep anew within the same span, before the clock goes on.
  public func advance(by duration: Duration) async {
    let end = elapsed + duration
    await settle()
    while wakeNext(notAfter: end) { await settle() }
    state.withLock { $0.move(to: end) }
    await settle()
  }

  /// Jumps to the earliest sleeper's deadline and wakes everybody who slept until then.
  ///
  /// - Returns: Whether there was a sleeper.
  @discardableResult
  public func advanceToNextSleeper() async -> Bool {
    await settle()
    let somebody = wakeNext(notAfter: nil)
    await settle()
    return somebody
  }

  /// Jumps from sleeper to sleeper until nobody sleeps.
  public func run() async {
    while await advanceToNextSleeper() {}
  }

  /// Returns once so many tasks sleep on this clock, or when the task is cancelled.
  public func waitForSleepers(_ count: Int = 1) async {
    while sleeperCount < count, !Task.isCancelled { await Task.yield() }
  }

  /// How many turns of the scheduler without any change count as silence.
  private static let silence = 20
  /// How many turns to grant work that does not come to its end: in the manual mode the test has the last word.
  private static let patience = 10_000

  /// Lets other tasks run until nothing changes any more.
  private func settle() async {
    var (quiet, turns) = (0, 0)
    var last = state.withLock { $0.generation }
    while quiet < Self.silence {
      await Task.yield()
      turns += 1
      let (generation, isBusy) = state.withLock { ($0.generation, $0.isBusy) }
      quiet = generation == last && (!isBusy || turns > Self.patience) ? quiet + 1 : 0
      last = generation
    }
  }

  /// Lets other tasks run until nothing changes any more; gives up when a request is on its way.
  private func settleUnlessWorking() async {
    var quiet = 0
    var last = state.withLock { $0.generation }
    while quiet < Self.silence {
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

  /// Starts the task that moves an automatic clock. Whoever calls has claimed the wheel.
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
