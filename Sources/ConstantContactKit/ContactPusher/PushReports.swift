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
    private var queue: LeadQueue<Leads.Iterator>
    private var stop: ConstantContactError?

    init(pusher: ContactPusher, leads: Leads) {
      self.pusher = pusher
      queue = LeadQueue(pusher: pusher, leads: leads.makeIterator())
    }

    /// The next report; `nil` when every lead has one.
    ///
    /// - Throws: `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> DeliveryReport? {
      try Task.checkCancellation()
      while stop == nil, work.count < Swift.max(1, pusher.options.concurrency), let lead = queue.next() {
        if let settled = lead.settledReport { return settled }
        work.start(lead, with: pusher)
      }
      if work.count > 0 {
        let report = try await work.next()
        if case .failed(let error) = report.outcome, error.isAuthorizationFailure || error.code == .quotaExceeded {
          stop = stop ?? error
        }
        return report
      }
      guard let stop, let lead = queue.next() else { return nil }
      return lead.settledReport ?? lead.report(.notTried(stop))
    }
  }
}

extension PushReports: Sendable where Leads: Sendable {}
