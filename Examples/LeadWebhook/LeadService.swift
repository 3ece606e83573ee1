package import ConstantContactKit
package import ConstantContactTransport
internal import ExampleSupport
internal import Foundation

/// Takes leads, keeps them on the disk until each is delivered or refused for good, and says what became of them.
///
/// A request is on the disk before anything of it is sent, and its file goes when every lead has a line in the results log.
/// Whenever the process ends in between, the next one goes on: leads with a line are done, the others are pushed, and a push
/// looks before it writes.
package actor LeadService {
  let pusher: ContactPusher
  let customFields: [String: String]
  let settings: ServiceSettings
  let time: TimeSource
  let outbox: Outbox
  let log: ResultsLog
  let note: @Sendable (String) -> Void

  var jobs: [String: Job] = [:]
  /// Which job a repeated request belongs to.
  var known: [String: String] = [:]
  var queue: [QueuedLead] = []
  var running: [QueuedLead: Task<Void, Never>] = [:]
  var pause: Pause?
  var wake: Task<Void, Never>?
  /// Leads that failed in a row for passing reasons.
  var failuresInARow = 0
  /// After a pause one lead goes first, to see whether it is over.
  var isProbing = false
  var isStopping = false
  var tokens = Health.Tokens(state: "unknown")
  var waiterCount = 0
  var idle: [CheckedContinuation<Void, Never>] = []
  private var leadsBeingSaved = 0
  private var prunedAt: Date

  /// Makes a service that does nothing yet.
  ///
  /// - Parameters:
  ///   - pusher: Pushes the leads.
  ///   - folder: Where leads and results are kept.
  ///   - customFields: Columns by the name of the custom field that takes them.
  ///   - settings: How long it waits and how much it keeps.
  ///   - time: Where waiting and dates come from.
  ///   - note: Told what an operator should know; nothing personal.
  package init(
    pusher: ContactPusher,
    folder: ServiceFolder,
    customFields: [String: String] = [:],
    settings: ServiceSettings = ServiceSettings(),
    time: TimeSource = .system,
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.pusher = pusher
    self.customFields = customFields
    self.settings = settings
    self.time = time
    self.note = note
    outbox = Outbox(folder: folder.acceptedFolder)
    log = ResultsLog(folder: folder.resultsFolder)
    prunedAt = time.now
  }

  /// Takes up what an earlier process left, and begins to deliver it.
  ///
  /// - Returns: How many leads were left.
  /// - Throws: What the disk says.
  @discardableResult
  package func start() async throws -> Int {
    let horizon = time.now.addingTimeInterval(-(settings.memory / .seconds(1)))
    try log.prune(before: horizon)
    let (requests, damaged) = try outbox.load()
    let (results, unreadable) = try log.load(since: requests.first.map { min($0.acceptedAt, horizon) } ?? horizon)
    if !damaged.isEmpty { note("put aside as damaged: \(damaged.joined(separator: ", "))") }
    if unreadable > 0 { note("lines of the results log that could not be read: \(unreadable)") }

    for request in requests { jobs[request.id] = Job(request) }
    for line in results {
      var job = jobs[line.request] ?? Job(line)
      job.results[line.result.row - 1] = line.result
      if job.isDone { job.doneAt = Date(timeIntervalSince1970: line.at) }
      jobs[line.request] = job
    }
    // Without a file it was done: what is missing is older than the log.
    let waiting = Set(requests.map(\.id))
    jobs = jobs.filter { waiting.contains($0.key) || $0.value.isDone }
    for job in jobs.values.sorted(by: { $0.acceptedAt < $1.acceptedAt }) { known[job.fingerprint] = job.id }
    for request in requests {
      if jobs[request.id]?.isDone == true {
        await finish(request.id)
      } else {
        enqueue(request.id, mayHaveBeenPushed: true)
      }
    }
    let left = queue.count
    pump()
    return left
  }

  /// Takes a request. When this returns, it is on the disk and will be delivered, whatever happens to the process.
  ///
  /// - Returns: Its id; that of the earlier one when it is a repetition.
  /// - Throws: ``Refusal``.
  package func accept(_ submission: Submission) async throws -> String {
    prune()
    if let id = repeated(submission), let job = jobs[id] {
      guard job.digest == submission.digest else { throw Refusal.keyReused }
      try await saved(job)
      return id
    }
    guard !isStopping else { throw Refusal.stopping }
    let leads = submission.rows.count
    guard queue.count + running.count + leadsBeingSaved + leads <= settings.outboxLimit else { throw Refusal.full }

    let request = AcceptedRequest(id: UUID().uuidString.lowercased(), acceptedAt: time.now, submission: submission)
    var job = Job(request)
    job.saving = Task { [outbox] in try await outbox.store(request) }
    jobs[job.id] = job
    known[job.fingerprint] = job.id
    leadsBeingSaved += leads
    defer { leadsBeingSaved -= leads }
    do {
      try await saved(job)
    } catch {
      jobs[job.id] = nil
      known[job.fingerprint] = nil
      throw error
    }
    jobs[job.id]?.saving = nil
    enqueue(job.id, mayHaveBeenPushed: false)
    pump()
    return job.id
  }

  private func saved(_ job: Job) async throws {
    do {
      try await job.saving?.value
    } catch {
      note("a request could not be kept: \(error)")
      throw Refusal.storage
    }
  }

  /// The job that a request repeats. A body without a key may be meant as a new request after a while.
  private func repeated(_ submission: Submission) -> String? {
    guard let id = known[submission.fingerprint], let job = jobs[id] else { return nil }
    if let doneAt = job.doneAt, !Submission.isNamed(job.fingerprint),
      time.now.timeIntervalSince(doneAt) > settings.bodyMemory / .seconds(1)
    {
      return nil
    }
    return id
  }

  private func enqueue(_ id: String, mayHaveBeenPushed: Bool) {
    guard let job = jobs[id] else { return }
    for (position, row) in job.rows.enumerated() where job.results[position] == nil {
      let address = (row["work_email"] ?? row["personal_email"] ?? "\(id)/\(position)").lowercased()
      queue.append(
        QueuedLead(request: id, position: position, address: address, mayHaveBeenPushed: mayHaveBeenPushed))
    }
  }

  /// Forgets what was done long ago, once an hour.
  private func prune() {
    let now = time.now
    guard now.timeIntervalSince(prunedAt) > 3_600 else { return }
    prunedAt = now
    let horizon = now.addingTimeInterval(-(settings.memory / .seconds(1)))
    jobs = jobs.filter { $0.value.doneAt.map { $0 > horizon } ?? true }
    known = known.filter { jobs[$0.value] != nil }
    do { try log.prune(before: horizon) } catch { note("old results could not be removed: \(error)") }
  }
}
