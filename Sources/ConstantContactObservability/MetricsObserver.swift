#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import CoreMetrics
internal import Metrics

/// An observer that counts and times attempts with swift-metrics.
///
/// The names in ``Name`` and their dimensions are stable: they change only with a major version. Dimensions have few values
/// (operations, statuses and error codes) and contain no personal data.
public struct MetricsObserver: CallObserver {
  /// The names of the metrics.
  public enum Name {
    /// A counter of attempts. Dimensions: `operation`, `outcome` (`succeeded`, `failed`, `cancelled`), `status` (`none`
    /// without a response).
    public static let attempts = "constant_contact.attempts"
    /// A timer of requests, from sending to the last byte of the response. Dimensions: `operation`, `status`.
    public static let attemptDuration = "constant_contact.attempt.duration"
    /// A counter of attempts that are retried. Dimensions: `operation`, `error`.
    public static let retries = "constant_contact.retries"
    /// A counter of calls that ended with an error. Dimensions: `operation`, `error`.
    public static let failures = "constant_contact.failures"
    /// A timer of the waits for the rate limit. Dimension: `operation`.
    public static let limitWait = "constant_contact.limit.wait"
    /// A timer of the waits for an access token. Dimension: `operation`.
    public static let tokenWait = "constant_contact.token.wait"
  }

  private let factory: any MetricsFactory

  /// Creates an observer.
  ///
  /// - Parameter factory: The metrics factory; by default the one the program was bootstrapped with.
  public init(factory: any MetricsFactory = MetricsSystem.factory) { self.factory = factory }

  /// Records an attempt.
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
    Metrics.Timer(label: name, dimensions: dimensions, factory: factory).record(duration: duration.limitedToCentury)
  }
}
#endif
