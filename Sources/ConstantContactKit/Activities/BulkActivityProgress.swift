internal import ConstantContactCore
public import ConstantContactResources
internal import ConstantContactTransport

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The states of a bulk activity over time: a value for each request, of which the last is final.
///
/// Ending the iteration or cancelling the task leaves the activity running. It can be followed again by its ID, in another process too.
public struct BulkActivityProgress: AsyncSequence, Sendable {
  /// A state of the activity.
  public typealias Element = BulkActivity

  let api: BulkActivitiesAPI
  let id: BulkActivityID
  /// The state that is known without a request.
  let known: BulkActivity?
  let polling: ActivityPolling

  /// Creates an iterator, which requests the states from now on.
  public func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// Requests the states.
  public struct Iterator: AsyncIteratorProtocol {
    private let api: BulkActivitiesAPI
    private let id: BulkActivityID
    private let polling: ActivityPolling
    private let time: TimeSource
    private let end: Duration
    private var known: BulkActivity?
    private var requests = 0
    private var isFinished = false

    init(_ sequence: BulkActivityProgress) {
      api = sequence.api.inBackground
      (id, known, polling) = (sequence.id, sequence.known, sequence.polling)
      time = api.pipeline.configuration.time
      end = time.elapsed.saturatingAdd(Swift.max(.zero, polling.deadline))
      // An activity without a known state is requested at once, one that was just started after an interval.
      requests = known == nil ? -1 : 0
    }

    /// Returns the next state, or `nil` after the final one.
    ///
    /// - Throws: ``ConstantContactError``, with code `stillProcessing` when the activity has not ended by the deadline;
    ///   `CancellationError`, promptly.
    public mutating func next() async throws -> BulkActivity? {
      try Task.checkCancellation()
      guard !isFinished else { return nil }
      do {
        let activity: BulkActivity
        if let known { activity = known } else { activity = try await requested() }
        known = nil
        isFinished = activity.isFinal
        return activity
      } catch {
        isFinished = true
        throw error
      }
    }

    private mutating func requested() async throws -> BulkActivity {
      var (failures, isMissing) = (0, false)
      while true {
        try await pause()
        do {
          return try await api.get(id)
        } catch let error as ConstantContactError where error.code == .quotaExceeded {
          try await waitForQuota(error)
        } catch let error as ConstantContactError where Self.isTransient(error) {
          // The list of activities may lag behind the request that started this one.
          if error.code == .notFound, isMissing { throw error }
          isMissing = error.code == .notFound
          failures += 1
          if failures > Swift.max(0, polling.toleratedFailures) { throw error }
        }
      }
    }

    private mutating func pause() async throws {
      defer { requests += 1 }
      guard requests >= 0 else { return }
      var interval = polling.interval(after: requests)
      let quota = await api.pipeline.configuration.rateLimit.dailyQuota
      if quota.remaining < polling.scarceRequests {
        let untilRenewal = ActivityPolling.bounded(.seconds(quota.resumesAt.timeIntervalSince(time.now).limitedToDay))
        interval = Swift.max(interval, Swift.min(ActivityPolling.bounded(polling.scarceInterval), untilRenewal))
      }
      try await sleep(for: interval)
    }

    /// - Throws: The error itself when the deadline is before the next quota.
    private func waitForQuota(_ error: ConstantContactError) async throws {
      let rest = error.resumesAt.map { $0.timeIntervalSince(time.now).limitedToDay } ?? 60
      let interval = Duration.seconds(Swift.max(1, rest))
      guard interval < end - time.elapsed else { throw error }
      try await time.sleep(for: interval)
    }

    /// - Throws: ``ConstantContactError`` with code `stillProcessing` when the deadline comes first.
    private func sleep(for interval: Duration) async throws {
      let rest = end - time.elapsed
      if rest > .zero { try await time.sleep(for: Swift.min(interval, rest)) }
      guard interval < rest else {
        throw ConstantContactError(
          .stillProcessing,
          "the activity \(id) has not ended within \(polling.deadline.components.seconds) seconds. It goes on",
          operation: OperationDescriptor.activitiesGet.name)
      }
    }

    private static func isTransient(_ error: ConstantContactError) -> Bool {
      [.notFound, .server, .connection, .timedOut, .throttled, .unreadableResponse, .tokenUnavailable]
        .contains(error.code)
    }
  }
}

extension TimeInterval {
  /// The interval from zero to a day in seconds.
  fileprivate var limitedToDay: TimeInterval { isNaN ? 0 : min(max(self, 0), 86_400) }
}
