internal import ConstantContactCore
internal import ConstantContactResources
internal import ConstantContactTransport

/// The reports of a push, each delivered when its lead is done. Iterating pushes the leads.
public struct PushReports<Leads: Sequence<Lead>>: AsyncSequence {
  /// The element type.
  public typealias Element = DeliveryReport

  let pusher: ContactPusher
  let leads: Leads

  /// Creates an iterator. Each iterator pushes the leads from the beginning.
  public func makeAsyncIterator() -> Iterator { Iterator(pusher: pusher, leads: leads) }

  /// Pushes leads and returns their reports.
  ///
  /// When it is deallocated before the last report, no further lead is started, and those in progress are finished.
  public struct Iterator: AsyncIteratorProtocol {
    private let pusher: ContactPusher
    private let inProgress: LeadsInProgress
    private var queue: LeadQueue<Leads.Iterator>
    private var isPrepared = false
    private var stop: ConstantContactError?

    init(pusher: ContactPusher, leads: Leads) {
      self.pusher = pusher
      inProgress = LeadsInProgress(pusher)
      queue = LeadQueue(leads.makeIterator(), options: pusher.options)
    }

    /// Returns the next report, or `nil` when every lead has been reported.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> DeliveryReport? {
      try Task.checkCancellation()
      while stop == nil, inProgress.count < Swift.max(1, pusher.options.concurrency), let lead = queue.next() {
        if let report = lead.settledReport { return report }
        if !isPrepared, let error = try await pusher.prepareForLeads() {
          return note(lead.report(.failed(error)))
        }
        isPrepared = true
        inProgress.start(lead)
      }
      if inProgress.count > 0 { return note(try await inProgress.next()) }
      guard let stop, let lead = queue.next() else { return nil }
      return lead.settledReport ?? lead.report(.notAttempted(stop))
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

/// The leads of one push in order, checked, with those settled that repeat an earlier email address.
struct LeadQueue<Leads: IteratorProtocol<Lead>> {
  private var leads: Leads
  private let options: ContactPusher.Options
  private var position = 0
  private var firstPositions: [String: Int] = [:]
  private var isExhausted = false

  init(_ leads: Leads, options: ContactPusher.Options) {
    self.leads = leads
    self.options = options
  }

  mutating func next() -> PreparedLead? {
    guard !isExhausted, let lead = leads.next() else {
      isExhausted = true
      return nil
    }
    defer { position += 1 }
    var prepared = LeadMapper.prepare(lead, at: position, options: options)
    // A lead that fails without a request does not make a later one a duplicate.
    guard case .ready = prepared.state, let key = prepared.email?.lowercased() else { return prepared }
    if let first = firstPositions[key] {
      prepared.state = .settled(.skipped(.duplicate(of: first)))
    } else {
      firstPositions[key] = position
    }
    return prepared
  }
}

/// The leads of one push that are in progress.
///
/// Deallocating it lets them finish, and cancels those that take longer than a call may.
/// ``ContactPusher/Options/unreadReport`` receives their reports.
final class LeadsInProgress: Sendable {
  private let pusher: ContactPusher
  private let inbox = ReportInbox()

  init(_ pusher: ContactPusher) { self.pusher = pusher }

  deinit {
    // The caller's deadline may be extreme.
    let limit = min(pusher.client.mergedDeadline, .seconds(3_600))
    inbox.close(pusher.options.unreadReport, limit: limit, time: pusher.client.configuration.time)
  }

  /// The number of leads whose reports have not been returned.
  var count: Int { inbox.count }

  func start(_ lead: PreparedLead) {
    let pusher = pusher
    // The only error is a cancellation, which has no report.
    inbox.start(lead.position) { try? await pusher.push(lead) }
  }

  /// Returns the report of the lead that is done next.
  ///
  /// - Throws: `CancellationError` when the caller was cancelled, which cancels the leads in progress.
  func next() async throws -> DeliveryReport {
    await withTaskCancellationHandler {
      await withCheckedContinuation { inbox.wait($0) }
    } onCancel: {
      inbox.cancel()
    }
    guard let report = inbox.take() else { throw CancellationError() }
    return report
  }
}

/// The tasks of a push and the reports they have left. It outlives the iteration.
private final class ReportInbox: Sendable {
  private struct State {
    var count = 0
    var tasks: [Int: Task<Void, Never>] = [:]
    var reports: [DeliveryReport?] = []
    var waiter: CheckedContinuation<Void, Never>?
    var isCancelled = false
    var isClosed = false
    var unreadReport: (@Sendable (DeliveryReport) -> Void)?
    var timer: Task<Void, Never>?
  }

  private let state = Locked(State())

  var count: Int { state.withLock { $0.count } }

  func start(_ position: Int, _ body: @escaping @Sendable () async -> DeliveryReport?) {
    state.withLock { state in
      state.count += 1
      state.tasks[position] = Task { self.finish(position, await body()) }
    }
  }

  func wait(_ continuation: CheckedContinuation<Void, Never>) {
    let isOver = state.withLock { state in
      if !state.reports.isEmpty || state.isCancelled { return true }
      state.waiter = continuation
      return false
    }
    if isOver { continuation.resume() }
  }

  func take() -> DeliveryReport? {
    state.withLock { state in
      if state.isCancelled || state.reports.isEmpty { return nil }
      state.count -= 1
      return state.reports.removeFirst()
    }
  }

  func cancel() {
    let (waiter, tasks) = state.withLock { state in
      state.isCancelled = true
      defer { state.waiter = nil }
      return (state.waiter, Array(state.tasks.values))
    }
    for task in tasks { task.cancel() }
    waiter?.resume()
  }

  func close(_ unreadReport: (@Sendable (DeliveryReport) -> Void)?, limit: Duration, time: TimeSource) {
    let (reports, tasks) = state.withLock { state in
      state.isClosed = true
      state.unreadReport = unreadReport
      defer { state.reports = [] }
      return (state.reports.compactMap(\.self), Array(state.tasks.values))
    }
    for report in reports { unreadReport?(report) }
    guard !tasks.isEmpty else { return }
    let timer = Task {
      guard (try? await time.sleep(for: limit)) != nil else { return }
      for task in tasks { task.cancel() }
    }
    let isOver = state.withLock { state in
      state.timer = timer
      return state.tasks.isEmpty
    }
    if isOver { timer.cancel() }
  }

  private func finish(_ position: Int, _ report: DeliveryReport?) {
    let (waiter, unreadReport, timer) = state.withLock { state in
      state.tasks[position] = nil
      if !state.isClosed { state.reports.append(report) }
      defer { state.waiter = nil }
      return (state.waiter, state.isClosed ? state.unreadReport : nil, state.tasks.isEmpty ? state.timer : nil)
    }
    timer?.cancel()
    waiter?.resume()
    if let report { unreadReport?(report) }
  }
}
