internal import ConstantContactKit
internal import ConstantContactTransport
internal import ExampleSupport
internal import Foundation

extension LeadService {
  /// Begins whatever may begin now, and sees to it that it is called again when something may.
  func pump() {
    wake?.cancel()
    wake = nil
    guard !isStopping else { return }
    if let pause {
      if pause.end > time.elapsed { return wakeUp(at: pause.end) }
      self.pause = nil
    }
    while running.count < places {
      guard let index = nextInQueue() else {
        // Those whose time has come wait for somebody under way, who calls again when done.
        let now = time.elapsed
        if let next = queue.lazy.map(\.notBefore).filter({ $0 > now }).min() { wakeUp(at: next) }
        return
      }
      begin(queue.remove(at: index))
    }
  }

  private var places: Int { isProbing ? 1 : max(1, pusher.options.concurrency) }

  /// The first lead whose time has come, unless another of the same person is under way: both would find nobody there.
  private func nextInQueue() -> Int? {
    let now = time.elapsed
    let busy = Set(running.keys.map(\.address))
    return queue.firstIndex { $0.notBefore <= now && !busy.contains($0.address) }
  }

  private func wakeUp(at end: Duration) {
    let pause = end - time.elapsed
    wake = Task { [time] in
      if (try? await time.sleep(for: pause)) != nil { self.pump() }
    }
  }

  private func begin(_ lead: QueuedLead) {
    guard let row = jobs[lead.request]?.rows[lead.position] else { return }
    running[lead] = Task {
      await self.deliver(lead, row)
      self.running[lead] = nil
      self.wasWorking(on: lead.request)
      self.pump()
    }
  }

  private func deliver(_ lead: QueuedLead, _ row: LeadRow) async {
    guard let report = try? await pusher.push(row.lead(customFields: customFields)) else {
      // Cut short by the end of the service: it stays in the outbox.
      return queue.append(lead)
    }
    switch Verdict(report.outcome) {
    case .final:
      await conclude(lead, report)
    case .again(let error):
      failuresInARow += 1
      if failuresInARow >= 3 { halt(.connection, for: .seconds(min(60, 1 << min(failuresInARow - 3, 6)))) }
      guard isToBeGivenUp(lead) else { return postpone(lead, after: error) }
      await conclude(lead, report)
    case .pause(let reason, let error):
      if reason == .tokens { tokens = Self.tokens(after: error, at: time.now) }
      let wait = error.resumesAt.map { Duration.seconds($0.timeIntervalSince(time.now)) } ?? settings.tokenPause
      halt(reason, for: max(.seconds(1), wait))
      postpone(lead, after: nil)
    }
  }

  private func isToBeGivenUp(_ lead: QueuedLead) -> Bool {
    lead.failingSince.map { time.elapsed - $0 > settings.giveUpAfter } ?? false
  }

  /// Puts a lead back; after an error of its own it waits twice as long each time.
  private func postpone(_ lead: QueuedLead, after error: ConstantContactError?) {
    var lead = lead
    lead.mayHaveBeenPushed = true
    if error != nil {
      lead.attempts += 1
      lead.failingSince = lead.failingSince ?? time.elapsed
      lead.notBefore = time.elapsed + .seconds(min(300, 1 << min(lead.attempts - 1, 9)))
    }
    queue.append(lead)
  }

  private func halt(_ reason: Pause.Reason, for wait: Duration) {
    let end = time.elapsed + wait
    isProbing = true
    if let pause, pause.end >= end { return }
    if pause == nil { note("paused (\(reason.rawValue)) for \(Int(wait / .seconds(1))) s") }
    pause = Pause(reason: reason, end: end)
    if wait > .seconds(5) { releaseAllWaiters() }
  }

  /// Records what became of a lead. It counts as done when that is on the disk.
  private func conclude(_ lead: QueuedLead, _ report: DeliveryReport) async {
    guard let job = jobs[lead.request] else { return }
    failuresInARow = 0
    isProbing = false
    if report.contact != nil { tokens = Health.Tokens(state: "ok", since: Self.text(time.now)) }
    var line = ResultLine(report, row: lead.position + 1)
    if lead.mayHaveBeenPushed, line.outcome == .skipped,
      let date = report.contact?.createdAt?.date, date.timeIntervalSince(job.acceptedAt) > -60
    {
      line.notes.append("created after the request came: by an earlier attempt, it seems, that was cut short")
    }
    let entry = LoggedResult(
      request: job.id, leads: job.leads, digest: job.digest, fingerprint: job.fingerprint,
      at: time.now.timeIntervalSince1970, result: line)
    do {
      try await log.append(entry)
    } catch {
      note("a result could not be kept: \(error)")
      halt(.storage, for: .seconds(10))
      return postpone(lead, after: nil)
    }
    jobs[job.id]?.results[lead.position] = line
    if jobs[job.id]?.isDone == true { await finish(job.id) }
  }

  /// Ends a request all of whose leads are in the log.
  func finish(_ id: String) async {
    do {
      try await outbox.remove(id)
    } catch {
      // The next start finds it done.
      note("a request that is done could not be removed: \(error)")
    }
    jobs[id]?.doneAt = time.now
    jobs[id]?.rows = []
    releaseWaiters(of: id)
  }
}
