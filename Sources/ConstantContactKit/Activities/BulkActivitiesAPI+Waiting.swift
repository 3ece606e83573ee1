public import ConstantContactCore
public import ConstantContactResources

extension BulkActivitiesAPI {
  /// Waits until an activity has ended.
  ///
  /// Cancelling the task leaves the activity running: wait for it again by its ID, in this process or in another. `completed` does not
  /// mean that every item succeeded: see ``BulkActivity/counts`` and ``BulkActivity/errors``.
  ///
  /// ```swift
  /// let activity = try await client.activities.deleteTags(oldTags)
  /// let result = try await client.activities.wait(for: activity)
  /// print(result.counts?.completed ?? 0)
  /// ```
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  ///
  /// - Parameters:
  ///   - activity: The activity, as the method that started it returned it. Its state is first requested after an interval.
  ///   - polling: The intervals and the deadline.
  /// - Returns: The activity in its final state.
  /// - Throws: ``ConstantContactError``: code `activityFailed` when the activity failed, was cancelled or timed out, with its errors as
  ///   ``ConstantContactError/faults`` and the activity as ``ConstantContactError/endedActivity``; code `stillProcessing` when it has
  ///   not ended by the deadline; `CancellationError`.
  public func wait(for activity: BulkActivity, polling: ActivityPolling = ActivityPolling()) async throws
    -> BulkActivity
  {
    try await progress(of: activity, polling: polling).result()
  }

  /// Waits until an activity has ended.
  ///
  /// See ``wait(for:polling:)-(BulkActivity,_)``, which describes results and errors.
  ///
  /// - Parameters:
  ///   - id: The activity. Its state is requested immediately.
  ///   - polling: The intervals and the deadline.
  /// - Returns: The activity in its final state.
  public func wait(for id: BulkActivityID, polling: ActivityPolling = ActivityPolling()) async throws -> BulkActivity {
    try await progress(of: id, polling: polling).result()
  }

  /// Returns the states of an activity over time, beginning with the given one and ending with the final one.
  ///
  /// The requests are made with background priority. A failed, cancelled or timed out activity is a final state, not an error.
  ///
  /// ```swift
  /// for try await state in client.activities.progress(of: activity) {
  ///   print(state.percentDone ?? 0, "percent")
  /// }
  /// ```
  ///
  /// See [Activity status](https://developer.constantcontact.com/api_guide/activity_status.html).
  ///
  /// - Parameters:
  ///   - activity: The activity, as the method that started it returned it.
  ///   - polling: The intervals and the deadline.
  public func progress(
    of activity: BulkActivity, polling: ActivityPolling = ActivityPolling()
  ) -> BulkActivityProgress {
    BulkActivityProgress(api: self, id: activity.id, known: activity, polling: polling)
  }

  /// Returns the states of an activity over time, beginning with the present one and ending with the final one.
  ///
  /// See ``progress(of:polling:)-(BulkActivity,_)``.
  ///
  /// - Parameters:
  ///   - id: The activity.
  ///   - polling: The intervals and the deadline.
  public func progress(
    of id: BulkActivityID, polling: ActivityPolling = ActivityPolling()
  ) -> BulkActivityProgress {
    BulkActivityProgress(api: self, id: id, known: nil, polling: polling)
  }

  /// The same operations with background priority under the rate limit.
  var inBackground: BulkActivitiesAPI {
    var pipeline = pipeline
    pipeline.options.priority = .background
    return BulkActivitiesAPI(pipeline: pipeline)
  }
}

extension BulkActivityProgress {
  fileprivate func result() async throws -> BulkActivity {
    var last: BulkActivity?
    for try await activity in self { last = activity }
    // An iterator ends without a final state only by throwing an error.
    guard let last else { throw CancellationError() }
    try last.requireCompletion()
    return last
  }
}

extension BulkActivity {
  /// - Throws: ``ConstantContactError`` with code `activityFailed` when the activity failed, was cancelled or timed out.
  package func requireCompletion() throws {
    switch state?.kind {
    case .failed, .cancelled, .timedOut: break
    default: return
    }
    throw ConstantContactError(
      .activityFailed, "the activity \(id) ended as `\(state?.kind.rawValue ?? "")`",
      operation: OperationDescriptor.activitiesGet.name,
      faults: (errors ?? []).prefix(100).map { APIFault(key: nil, message: $0) },
      effect: .uncertain,
      outcomeCheck: OutcomeCheck(purpose: "the account shows whether a part of the work was done"),
      cause: EndedActivity(activity: self))
  }
}

/// The cause of an error: an activity that did not complete.
struct EndedActivity: Error {
  let activity: BulkActivity
}

extension ConstantContactError {
  /// The activity that failed, was cancelled or timed out, with code `activityFailed`. Its errors may contain email addresses.
  public var endedActivity: BulkActivity? { (cause as? EndedActivity)?.activity }
}
