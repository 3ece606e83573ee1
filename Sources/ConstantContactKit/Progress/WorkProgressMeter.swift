public import ConstantContactTransport

/// Counts completed items on injected time and creates ``WorkProgress`` values.
///
/// ```swift
/// var meter = WorkProgressMeter(total: contacts.count, time: client.configuration.time)
/// meter.advance()
/// print(meter.progress)
/// ```
public struct WorkProgressMeter: Sendable {
  /// The number of all items; `nil` while it is unknown.
  public var total: Int?
  /// The number of completed items.
  public private(set) var completed: Int

  private let time: TimeSource
  private let start: Duration
  private let resumedAt: Int

  /// Starts a meter.
  ///
  /// - Parameters:
  ///   - total: The number of all items; `nil` while it is unknown.
  ///   - completed: The number of items that earlier runs of the same work completed. They do not count toward the rate.
  ///   - time: The source of time.
  public init(total: Int? = nil, completed: Int = 0, time: TimeSource) {
    self.total = total
    self.completed = max(0, completed)
    self.time = time
    start = time.elapsed
    resumedAt = self.completed
  }

  /// Counts completed items. A negative number is treated as zero.
  public mutating func advance(by count: Int = 1) {
    let (sum, overflow) = completed.addingReportingOverflow(max(0, count))
    completed = overflow ? .max : sum
  }

  /// The progress at this moment.
  public var progress: WorkProgress {
    WorkProgress(completed: completed, total: total, elapsed: time.elapsed - start, resumedAt: resumedAt)
  }
}
