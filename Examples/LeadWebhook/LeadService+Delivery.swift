internal import ConstantContactKit
internal import ExampleSupport
internal import Foundation

extension LeadService {
  /// Starts the leads that may be pushed now, and schedules itself for the others.
  func pump() {
    wake?.cancel()
    wake = nil
    guard !isStopping else { return }
    if let pause {
      if pause.end > time.elapsed { return wakeUp(at: pause.end) }
      self.pause = nil
    }
    while running.count < slots {
      guard let index = nextInQueue() else {
        // Leads that are due wait for a running lead with the same address, which calls `pump` when it is done.
        let now = time.elapsed
        if let next = queue.lazy.map(\.notBefore).filter({ $0 > now }).min() { wakeUp(at: next) }
        return
      }
      begin(queue.remove(at: index))
    }
  }

  private var slots: Int { isProbing ? 1 : max(1, pusher.options.concurrency) }

  /// The first lead that is due. Leads with the same address are pushed one after the other: concurrent lookups would both
  /// find no contact.
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
      // The service stops: the lead remains in the outbox.
      return queue.append(lead)
    }
    switch Verdict(report.outcome) {
    case .final:
      await conclude(lead, report)
    case .retry:
      failuresInARow += 1
      if failuresInARow >= 3 { halt(.connection, for: .seconds(min(60, 1 << min(failuresInARow - 3, 6)))) }
      guard isExhausted(lead) else { return postpone(lead, afterOwnFailure: true) }
      await conclude(lead, report)
    case .pause(let reason, let error):
      if reason == .tokens || reason == .account { tokens = Self.tokens(after: error, at: time.now) }
      if reason == .account || reason == .configuration, pause == nil { note(error.localizedDescription) }
      halt(reason, for: wait(after: error))
      postpone(lead, afterOwnFailure: false)
    }
  }

  /// At most a day: the date comes from a response.
  private func wait(after error: ConstantContactError) -> Duration {
    guard let date = error.resumesAt else { return settings.tokenPause }
    let seconds = date.timeIntervalSince(time.now)
    return .seconds(seconds.isFinite ? min(max(seconds, 1), 86_400) : 86_400)
  }

  private func isExhausted(_ lead: QueuedLead) -> Bool {
    lead.failingSince.map { time.elapsed - $0 > settings.giveUpAfter } ?? false
  }

  /// Returns a lead to the queue. After a failure of its own the delay doubles each time.
  private func postpone(_ lead: QueuedLead, afterOwnFailure: Bool) {
    var lead = lead
    lead.mayHaveBeenPushed = true
    if afterOwnFailure {
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
    if pause == nil { note("Paused for \(Int(wait / .seconds(1))) s: \(reason.rawValue)") }
    pause = Pause(reason: reason, end: end)
    if wait > .seconds(5) { releaseAllWaiters() }
  }

  /// Logs the result of a lead. The lead is finished when the line is on the disk.
  private func conclude(_ lead: QueuedLead, _ report: DeliveryReport) async {
    guard let job = jobs[lead.request] else { return }
    failuresInARow = 0
    isProbing = false
    if report.contact != nil { tokens = Health.Tokens(state: "ok", since: Self.text(time.now)) }
    var line = ResultLine(report, row: lead.position + 1)
    if lead.mayHaveBeenPushed, line.outcome == .skipped,
      let date = report.contact?.createdAt?.date, date.timeIntervalSince(job.acceptedAt) > -60
    {
      line.notes.append("created after the request arrived, probably by an earlier attempt that was interrupted")
    }
    let entry = LoggedResult(
      request: job.id, leads: job.leads, digest: job.digest, fingerprint: job.fingerprint,
      at: time.now.timeIntervalSince1970, result: line)
    do {
      try await log.append(entry)
    } catch {
      note("A result could not be stored: \(error)")
      halt(.storage, for: .seconds(10))
      return postpone(lead, afterOwnFailure: false)
    }
    jobs[job.id]?.results[lead.position] = line
    if jobs[job.id]?.isDone == true { await finish(job.id) }
  }

  /// Finishes a request whose leads are all in the log.
  func finish(_ id: String) async {
    do {
      try await outbox.remove(id)
    } catch {
      // The next start finishes it.
      note("The file of a finished request could not be removed: \(error)")
    }
    jobs[id]?.doneAt = time.now
    jobs[id]?.rows = []
    releaseWaiters(of: id)
  }
}
