/// A ``ScriptedTransport``'s script and what was really sent do not fit.
public struct ScriptMismatch: Error, Sendable, Hashable, CustomStringConvertible {
  /// Steps that no request used.
  public let unusedSteps: Int
  /// Requests for which no step was left.
  public let unexpectedRequests: Int

  /// Both counts.
  public var description: String {
    "\(unusedSteps) steps of the script were not used, \(unexpectedRequests) requests were not expected"
  }
}
