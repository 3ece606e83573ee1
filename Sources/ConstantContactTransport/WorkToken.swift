/// Work under way on a simulated clock, which does not advance by itself until the work ends.
///
/// A token can be handed over, for instance from the rate limit to the call that it admitted. On a real clock it does
/// nothing.
package final class WorkToken: Sendable {
  private let clock: Locked<(any WorkAwareClock)?>

  init(_ clock: (any WorkAwareClock)?) {
    clock?.beginWork()
    self.clock = Locked(clock)
  }

  deinit { end() }

  /// Ends the work. Further calls have no effect.
  package func end() {
    // Outside the lock: the clock may resume tasks.
    let clock = clock.withLock { clock in
      defer { clock = nil }
      return clock
    }
    clock?.endWork()
  }
}
