internal import ConstantContactTransport
internal import Foundation

extension LeadService {
  /// What became of a request's leads, as soon as all are done, at the latest after the time that is set for it.
  package func receipt(for id: String) async -> Receipt? {
    if worthWaiting(for: id) {
      waiterCount += 1
      let waiter = waiterCount
      let timer = Task { [time, settings] in
        if (try? await time.sleep(for: settings.answerWithin)) != nil { self.release(waiter, of: id) }
      }
      defer { timer.cancel() }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          if Task.isCancelled {
            continuation.resume()
          } else {
            jobs[id]?.waiters[waiter] = continuation
          }
        }
      } onCancel: {
        Task { await self.release(waiter, of: id) }
      }
    }
    return jobs[id]?.receipt
  }

  private func worthWaiting(for id: String) -> Bool {
    guard let job = jobs[id], !job.isDone else { return false }
    if let pause, pause.end - time.elapsed > settings.answerWithin { return false }
    return !isStopping || isWorking(on: id)
  }

  private func isWorking(on id: String) -> Bool { running.keys.contains { $0.request == id } }

  private func release(_ waiter: Int, of id: String) {
    jobs[id]?.waiters.removeValue(forKey: waiter)?.resume()
  }

  func releaseWaiters(of id: String) {
    guard let waiters = jobs[id]?.waiters else { return }
    jobs[id]?.waiters = [:]
    for waiter in waiters.values { waiter.resume() }
  }

  func releaseAllWaiters() {
    for id in jobs.keys { releaseWaiters(of: id) }
  }

  // MARK: The end

  /// Begins nothing more, finishes what is under way, and answers everybody who waits. What is not done stays on the disk.
  ///
  /// - Parameter grace: How long what is under way may take before it is cut short.
  package func drain(grace: Duration) async {
    isStopping = true
    wake?.cancel()
    for id in jobs.keys where !isWorking(on: id) { releaseWaiters(of: id) }
    let timer = Task { [time] in
      if (try? await time.sleep(for: grace)) != nil { self.cutShort() }
    }
    if !running.isEmpty { await withCheckedContinuation { idle.append($0) } }
    timer.cancel()
    releaseAllWaiters()
  }

  private func cutShort() {
    for task in running.values { task.cancel() }
  }

  /// Called when a lead is done for now.
  func wasWorking(on id: String) {
    if isStopping, !isWorking(on: id) { releaseWaiters(of: id) }
    guard running.isEmpty else { return }
    let waiting = idle
    idle = []
    for waiter in waiting { waiter.resume() }
  }
}
