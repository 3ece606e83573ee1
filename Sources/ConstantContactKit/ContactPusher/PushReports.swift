internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

/// The reports of a push, each delivered when its lead is done. Iterating pushes the leads.
public struct PushReports<Leads: Sequence<Lead>>: AsyncSequence {
  /// The element type.
  public typealias Element = DeliveryReport

  let pusher: ContactPusher
  let leads: Leads
  /// The way; the cheapest of a plan when `nil`.
  let way: PushWay?
  let isDryRun: Bool

  /// Creates an iterator. Each iterator pushes the leads from the beginning.
  public func makeAsyncIterator() -> Iterator {
    Iterator(pusher: pusher, leads: leads, way: way, isDryRun: isDryRun)
  }

  /// Pushes leads and returns their reports.
  ///
  /// When it is deallocated before the last report, no further lead is started, and those in progress are finished. Leads that wait
  /// for an import are then not attempted.
  public struct Iterator: AsyncIteratorProtocol {
    private let pusher: ContactPusher
    private let isDryRun: Bool
    private let inProgress: LeadsInProgress
    private var queue: LeadQueue<Leads.Iterator>
    private var way: PushWay?
    private var snapshot: AccountSnapshot?
    /// The missing contacts that wait for an import; `nil` when there is none.
    private var chunk: LeadImport?
    /// The reports of the import that has ended, the next one last.
    private var imported: [DeliveryReport] = []
    private var isPrepared = false
    private var stop: ConstantContactError?
    private var meter: WorkProgressMeter

    init(pusher: ContactPusher, leads: Leads, way: PushWay?, isDryRun: Bool) {
      self.pusher = pusher
      self.way = way
      self.isDryRun = isDryRun
      inProgress = LeadsInProgress(pusher)
      queue = LeadQueue(leads.makeIterator(), options: pusher.options)
      meter = WorkProgressMeter(time: pusher.client.configuration.time)
    }

    /// Returns the next report, or `nil` when every lead has been reported.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> DeliveryReport? {
      guard let report = try await nextReport() else { return nil }
      meter.advance()
      pusher.options.progress?(PushProgress(.leads, meter.progress))
      return report
    }

    private mutating func nextReport() async throws -> DeliveryReport? {
      try Task.checkCancellation()
      while true {
        if let report = imported.popLast() { return note(report) }
        while stop == nil, inProgress.count < Swift.max(1, pusher.options.concurrency), let lead = queue.next() {
          if let report = lead.settledReport { return report }
          if !isPrepared {
            if let error = try await prepare(for: lead) { return note(lead.report(.failed(error))) }
            isPrepared = true
          }
          if let report = try await take(lead) { return report }
          if !imported.isEmpty { break }
        }
        if let report = imported.popLast() { return note(report) }
        if inProgress.count > 0 { return note(try await inProgress.next()) }
        guard let full = chunk, !full.isEmpty else { break }
        chunk = full.next
        imported = if let stop { full.notAttempted(stop).reversed() } else { try await full.run().reversed() }
      }
      guard let stop, let lead = queue.next() else { return nil }
      return lead.settledReport ?? lead.report(.notAttempted(stop))
    }

    /// Starts a lead, or adds it to an import.
    ///
    /// - Returns: Its report, if the snapshot decides it.
    private mutating func take(_ lead: PreparedLead) async throws -> DeliveryReport? {
      if let snapshot, let state = snapshot.entry(for: lead.email ?? "") {
        return lead.report(.skipped(.exists(state)))
      }
      if chunk != nil, !isDryRun, let row = try await importRow(for: lead) {
        guard var current = chunk else { return nil }
        if !current.add(row) {
          // A full chunk is imported before the next one is filled.
          imported = try await current.run().reversed()
          current = current.next
          _ = current.add(row)
        }
        chunk = current
        return nil
      }
      inProgress.start(lead, isKnownMissing: snapshot != nil, isDryRun: isDryRun)
      return nil
    }

    /// - Returns: `nil` when the lead cannot be imported, or fails: then it is delivered alone, which reports the failure.
    private func importRow(for lead: PreparedLead) async throws -> LeadImport.Row? {
      do {
        return try await LeadImport.row(for: lead, by: pusher)
      } catch let error as CancellationError {
        throw error
      } catch {
        return nil
      }
    }

    /// Resolves what all leads need, and reads the snapshot.
    ///
    /// - Returns: The failure, if any, which stops the push.
    private mutating func prepare(for first: PreparedLead) async throws -> ConstantContactError? {
      if let error = try await pusher.prepareForLeads() { return error }
      do {
        let way = try await chosenWay(first)
        if let error = try await pusher.obstacle(to: way, isDryRun: isDryRun) {
          stop = error
          return error
        }
        guard let source = way.snapshot else { return nil }
        let pusher = pusher
        let snapshot = try await pusher.waitingForQuota { try await pusher.snapshot(source, for: way) }
        self.snapshot = snapshot
        // A contact that is missing in the snapshot might be unsubscribed or deleted, which an import would not respect.
        if way.importsContacts, snapshot.isComplete { chunk = LeadImport(by: pusher) }
        return nil
      } catch let error as CancellationError {
        throw error
      } catch {
        stop = .wrapping(error)
        return stop
      }
    }

    private mutating func chosenWay(_ first: PreparedLead) async throws -> PushWay {
      if let way { return way }
      let ready = [first] + queue.takeAll()
      let pusher = pusher
      let leads = queue.position
      let plan = try await pusher.waitingForQuota { try await pusher.plan(ready, of: leads) }
      meter.total = leads
      return plan.cheapest?.way ?? .oneByOne
    }

    /// Stops after a failure that the remaining leads would share.
    private mutating func note(_ report: DeliveryReport) -> DeliveryReport {
      guard stop == nil, case .failed(let error) = report.outcome else { return report }
      let isMissingList = error.code == .unknownName
      if isMissingList || error.isAuthorizationFailure || error.code == .quotaExceeded { stop = error }
      return report
    }
  }
}

extension PushReports: Sendable where Leads: Sendable {}
