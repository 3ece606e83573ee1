internal import ConstantContactKit
internal import Foundation

extension LeadService {
  /// Returns the results of a request when all of its leads are finished, or after ``ServiceSettings/respondWithin``.
  public func receipt(for id: String) async -> Receipt? {
    if worthWaiting(for: id) {
      waiterCount += 1
      let waiter = waiterCount
      let timer = Task { [time, settings] in
        if (try? await time.sleep(for: settings.respondWithin)) != nil { self.release(waiter, of: id) }
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
    if let pause, pause.end - time.elapsed > settings.respondWithin { return false }
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

  // MARK: Stopping

  /// Stops the service: starts no further lead, finishes those in progress, and releases all waiters. Unfinished leads
  /// remain on the disk.
  ///
  /// - Parameter grace: How long the leads in progress may take before they are cancelled.
  public func drain(grace: Duration) async {
    isStopping = true
    wake?.cancel()
    for id in jobs.keys where !isWorking(on: id) { releaseWaiters(of: id) }
    let timer = Task { [time] in
      if (try? await time.sleep(for: grace)) != nil { self.cancelAll() }
    }
    if !running.isEmpty { await withCheckedContinuation { idle.append($0) } }
    timer.cancel()
    releaseAllWaiters()
  }

  private func cancelAll() {
    for task in running.values { task.cancel() }
  }

  /// Called when a lead is no longer in progress.
  func wasWorking(on id: String) {
    if isStopping, !isWorking(on: id) { releaseWaiters(of: id) }
    guard running.isEmpty else { return }
    let waiting = idle
    idle = []
    for waiter in waiting { waiter.resume() }
  }
}
