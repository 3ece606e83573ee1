internal import ConstantContactTransport

extension FakeConstantContact {
  /// An end of a bulk activity other than its completion. None of the activity's work is done then.
  public enum ActivityEnd: Sendable, Hashable {
    /// The activity fails with this message in `activity_errors`.
    case failed(String)
    /// A person cancels the activity in the web interface.
    case cancelled
    /// The activity takes too long.
    case timedOut
  }

  /// Makes the next activity end this way instead of completing.
  ///
  /// - Parameters:
  ///   - end: The end.
  ///   - path: The path of the request that starts the activity, such as `/activities/contacts_json_import`; any by default.
  public func endNextActivity(_ end: ActivityEnd, path: String? = nil) {
    activities.plannedEnds.append((path, end))
  }

  /// The states of all activities by ID, such as `processing`.
  public var activityStates: [String: String] {
    settle()
    let elapsed = time.elapsed
    return Dictionary(activities.records.map { ($0.id, $0.state(at: elapsed)) }, uniquingKeysWith: { $1 })
  }
}
