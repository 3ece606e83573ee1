internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension RateLimit {
  enum Grant {
    case granted(RateLimitSlot)
    case wait(Duration)
    case spent(until: Date)
  }

  /// The time by the clock of all that share the state.
  var instant: Duration { store == nil ? time.elapsed : time.now.clampedDuration }

  /// Takes a slot from this value's own state.
  func takeOwnSlot(_ priority: CallPriority) -> Grant {
    // Simulated time does not move on between the reading of the clock and the mark of the slot.
    time.beginWork()
    defer { time.endWork() }
    return grant(state.take(limits, priority, at: instant, date: time.now))
  }

  /// Makes a slot of a reservation. From then on simulated time stands still until the caller has sent its request.
  func grant(_ verdict: RateLimitState.Verdict) -> Grant {
    switch verdict {
    case .wait(let delay): return .wait(delay)
    case .spent(let end): return .spent(until: end)
    case .granted(let reservation):
      time.beginWork()
      return .granted(RateLimitSlot(reservation: reservation, time: time.elapsed))
    }
  }

  /// Serves the callers that can be served now, fails those whose patience ended, and sets the timer for the others.
  func serveQueue() {
    while true {
      while storeRequest == nil, let waiter = queue.next() {
        if let store {
          guard time.elapsed >= nextSlot else { break }
          requestSlot(for: waiter, from: store)
        } else {
          guard settle(waiter, takeOwnSlot(waiter.priority)) else { break }
        }
      }
      let isAsking = storeRequest != nil
      for waiter in queue.removeAll(endingBy: time.elapsed - (isAsking ? Self.storeGrace : .zero)) {
        waiter.continuation.resume(throwing: lateError(waiter.operation, isStoreSlow: isAsking))
      }
      guard let storeRequest, !queue.contains(storeRequest.waiterID) else { break }
      abandonStoreRequest()
    }
    setTimer()
  }

  /// Passes a grant on to its caller.
  ///
  /// - Returns: Whether the caller has left the queue.
  @discardableResult
  func settle(_ waiter: SlotQueue.Waiter, _ grant: Grant) -> Bool {
    switch grant {
    case .wait(let delay):
      nextSlot = time.elapsed + delay
      return false
    case .spent(let end):
      queue.remove(waiter.id)
      waiter.continuation.resume(throwing: spentError(waiter.operation, until: end, waiter.priority))
    case .granted(let slot):
      queue.remove(waiter.id)
      queue.noteGrant(to: waiter.priority)
      waiter.continuation.resume(returning: slot)
    }
    return true
  }

  func leaveQueue(_ id: Int) {
    guard let waiter = queue.remove(id) else { return }
    waiter.continuation.resume(throwing: CancellationError())
    serveQueue()
  }

  private func setTimer() {
    var deadline: Duration?
    if let earliestEnd = queue.earliestEnd {
      deadline = storeRequest == nil ? min(earliestEnd, nextSlot) : earliestEnd + Self.storeGrace
    }
    guard deadline != timer?.deadline else { return }
    timer?.task.cancel()
    timer = deadline.map { ($0, wakeTask(at: $0)) }
  }

  private func wakeTask(at deadline: Duration) -> Task<Void, Never> {
    Task {
      // A day at most: clocks cannot sleep for centuries.
      try? await time.sleep(for: min(deadline - time.elapsed, .seconds(86_400)))
      guard !Task.isCancelled else { return }
      timer = nil
      serveQueue()
    }
  }
}
