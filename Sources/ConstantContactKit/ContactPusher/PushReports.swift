internal import ConstantContactCore

/// The reports of a push, each as its lead is done. Iterating over it is what pushes.
public struct PushReports<Leads: Sequence<Lead>>: AsyncSequence {
  /// What is iterated over.
  public typealias Element = DeliveryReport

  let pusher: ContactPusher
  let leads: Leads

  /// Makes an iterator. Each pushes the leads anew.
  public func makeAsyncIterator() -> Iterator { Iterator(pusher: pusher, leads: leads) }

  /// Pushes leads and iterates over the reports.
  ///
  /// Letting go of it before the end cancels what is under way.
  public struct Iterator: AsyncIteratorProtocol {
    private let pusher: ContactPusher
    private let work = PushWork()
    private var leads: Leads.Iterator
    private var position = 0
    private var firstWith: [String: Int] = [:]
    private var isExhausted = false
    private var stop: ConstantContactError?

    init(pusher: ContactPusher, leads: Leads) {
      self.pusher = pusher
      self.leads = leads.makeIterator()
    }

    /// The next report; `nil` when every lead has one.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> DeliveryReport? {
      try Task.checkCancellation()
      while stop == nil && !isExhausted && work.count < Swift.max(1, pusher.options.concurrency) {
        guard let lead = take() else { break }
        if let settled = settle(lead) { return settled }
        work.start(lead, with: pusher)
      }
      if work.count > 0 {
        let report = try await work.next()
        if case .failed(let error) = report.outcome, error.isAuthorizationFailure || error.code == .quotaExceeded {
          stop = stop ?? error
        }
        return report
      }
      guard let stop, let lead = take() else { return nil }
      return settle(lead) ?? lead.report(.notTried(stop))
    }

    private mutating func take() -> PreparedLead? {
      guard !isExhausted, let lead = leads.next() else {
        isExhausted = true
        return nil
      }
      defer { position += 1 }
      return pusher.prepare(lead, at: position)
    }

    /// The report of a lead that needs no request.
    private mutating func settle(_ lead: PreparedLead) -> DeliveryReport? {
      if case .settled(let outcome) = lead.verdict { return lead.report(outcome) }
      let key = (lead.email ?? "").lowercased()
      if let first = firstWith[key] { return lead.report(.skipped(.duplicate(of: first))) }
      firstWith[key] = lead.position
      return nil
    }
  }
}

extension PushReports: Sendable where Leads: Sendable {}
