/// An error thrown when the requests of a test do not match the script of its ``ScriptedTransport``.
public struct ScriptMismatch: Error, Sendable, Hashable, CustomStringConvertible {
  /// The number of steps that were not used.
  public let unusedSteps: Int
  /// The number of requests for which no step was left.
  public let unexpectedRequests: Int

  /// Both counts.
  public var description: String { "unused steps: \(unusedSteps), unexpected requests: \(unexpectedRequests)" }
}
