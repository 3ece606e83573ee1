public import ConstantContactKit
internal import ExampleSupport
internal import Foundation

/// Accepts leads, stores them until each is delivered or rejected for good, and reports the results.
///
/// A request is on the disk before any of its leads is pushed. Its file is removed when every lead has a line in the
/// results log. When the process ends in between, the next one continues: leads with a line are finished, the others are
/// pushed. A push looks up the address before it creates a contact.
public actor LeadService {
  let pusher: ContactPusher
  /// The columns for custom fields, by the name of the custom field.
  public nonisolated let customFields: [String: String]
  let settings: ServiceSettings
  let time: TimeSource
  let outbox: Outbox
  let log: ResultsLog
  let note: @Sendable (String) -> Void

  var jobs: [String: Job] = [:]
  /// The IDs of jobs by fingerprint, for repeated requests.
  var known: [String: String] = [:]
  var queue: [QueuedLead] = []
  var running: [QueuedLead: Task<Void, Never>] = [:]
  var pause: Pause?
  var wake: Task<Void, Never>?
  /// The number of consecutive leads that failed for a temporary reason.
  var failuresInARow = 0
  /// Whether leads are pushed one at a time, after a pause.
  var isProbing = false
  var isStopping = false
  var tokens = Health.Tokens(state: "unknown")
  var waiterCount = 0
  var idle: [CheckedContinuation<Void, Never>] = []
  private var leadsBeingSaved = 0
  private var prunedAt: Date

  /// Creates a service that is not started.
  ///
  /// - Parameters:
  ///   - pusher: The pusher for the leads.
  ///   - folder: The folder for requests and results.
  ///   - customFields: The columns for custom fields, by the name of the custom field.
  ///   - settings: Limits and durations.
  ///   - time: The source of time.
  ///   - note: Receives messages for the operator, which contain no personal data.
  public init(
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

  /// Loads the stored requests, and starts to deliver them.
  ///
  /// - Returns: The number of unfinished leads.
  /// - Throws: An error of the file system.
  @discardableResult
  public func start() async throws -> Int {
    let horizon = time.now.addingTimeInterval(-(settings.memory / .seconds(1)))
    try log.prune(before: horizon)
    let (requests, damaged) = try outbox.load()
    let (results, damagedLines) = try log.load(since: requests.first.map { min($0.acceptedAt, horizon) } ?? horizon)
    if !damaged.isEmpty { note("Damaged files were renamed: \(damaged.joined(separator: ", "))") }
    if damagedLines > 0 { note("The results log has \(damagedLines) damaged lines, which were ignored.") }

    for request in requests { jobs[request.id] = Job(request) }
    for line in results {
      var job = jobs[line.request] ?? Job(line)
      guard job.owns(line) else { continue }
      job.results[line.result.row - 1] = line.result
      if job.isDone { job.doneAt = Date(timeIntervalSince1970: line.at) }
      jobs[line.request] = job
    }
    // A request without a file is finished. When it lacks results, those are older than the log.
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

  /// Accepts a request. When this returns, the request is on the disk and will be delivered.
  ///
  /// - Returns: The ID of the request; that of the earlier request for a repetition.
  /// - Throws: ``Refusal``.
  public func accept(_ submission: Submission) async throws -> String {
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
      note("A request could not be stored: \(error)")
      throw Refusal.storage
    }
  }

  /// The job that a request repeats. Without a key, a body is a new request after ``ServiceSettings/bodyMemory``.
  private func repeated(_ submission: Submission) -> String? {
    guard let id = known[submission.fingerprint], let job = jobs[id] else { return nil }
    if let doneAt = job.doneAt, !Submission.hasKey(job.fingerprint),
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

  /// Removes finished requests that are older than ``ServiceSettings/memory``, once per hour.
  private func prune() {
    let now = time.now
    guard now.timeIntervalSince(prunedAt) > 3_600 else { return }
    prunedAt = now
    let horizon = now.addingTimeInterval(-(settings.memory / .seconds(1)))
    jobs = jobs.filter { $0.value.doneAt.map { $0 > horizon } ?? true }
    known = known.filter { jobs[$0.value] != nil }
    do { try log.prune(before: horizon) } catch { note("Old results could not be removed: \(error)") }
  }
}
