#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import CoreMetrics
internal import Metrics

/// Counts and times attempts with swift-metrics.
///
/// The names in ``Name`` and their dimensions are part of the product's interface: they change with a major version
/// only. Every dimension's values are few: operations, statuses and error codes, never anything of a person.
public struct MetricsObserver: CallObserver {
  /// The names of the metrics.
  public enum Name {
    /// A counter: attempts. Dimensions: `operation`, `outcome` (`succeeded`, `failed`, `cancelled`), `status` (`none`
    /// when there was no answer).
    public static let attempts = "constant_contact.attempts"
    /// A timer: how long a request took, from leaving to the last byte of its answer. Dimensions: `operation`, `status`.
    public static let attemptDuration = "constant_contact.attempt.duration"
    /// A counter: attempts that are followed by another one of the same call. Dimensions: `operation`, `error`.
    public static let retries = "constant_contact.retries"
    /// A counter: calls that ended with an error. Dimensions: `operation`, `error`.
    public static let failures = "constant_contact.failures"
    /// A timer: how long the rate limit made attempts wait. Dimension: `operation`.
    public static let limitWait = "constant_contact.limit.wait"
    /// A timer: how long attempts waited for an access token. Dimension: `operation`.
    public static let tokenWait = "constant_contact.token.wait"
  }

  private let factory: any MetricsFactory

  /// Makes an observer.
  ///
  /// - Parameter factory: Where metrics go; the one the program was bootstrapped with by default.
  public init(factory: any MetricsFactory = MetricsSystem.factory) { self.factory = factory }

  /// Records the attempt.
  public func attemptEnded(_ attempt: CallAttempt) {
    let operation = ("operation", attempt.operation)
    let status = ("status", attempt.status.map { String($0.rawValue) } ?? "none")
    count(Name.attempts, [operation, ("outcome", attempt.outcome.rawValue), status])
    if attempt.wasSent { time(Name.attemptDuration, [operation, status], attempt.duration) }
    time(Name.limitWait, [operation], attempt.limitWait)
    time(Name.tokenWait, [operation], attempt.tokenWait)
    guard attempt.outcome == .failed else { return }
    let error = ("error", attempt.error?.rawValue ?? "other")
    count(attempt.pause == nil ? Name.failures : Name.retries, [operation, error])
  }

  private func count(_ name: String, _ dimensions: [(String, String)]) {
    Counter(label: name, dimensions: dimensions, factory: factory).increment()
  }

  private func time(_ name: String, _ dimensions: [(String, String)], _ duration: Duration) {
    Metrics.Timer(label: name, dimensions: dimensions, factory: factory).record(duration: duration)
  }
}
#endif
