internal import ConstantContactTransport

/// The tasks of a push and the reports they have left. It outlives the iteration.
final class ReportInbox: Sendable {
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
