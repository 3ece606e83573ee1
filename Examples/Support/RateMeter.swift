/// Measures how many leads per second are finished.
///
/// The rate is that of the last ten seconds. It is unknown for the first three seconds, of which the first is not
/// measured: the requests that a rate limit admits at once would make a run look faster than it is.
public struct RateMeter: Sendable {
  private struct Sample: Sendable {
    let time: Duration
    let done: Int
  }

  private var samples: [Sample] = []

  /// Creates a meter that has measured nothing.
  public init() {}

  /// Records the number of finished leads.
  ///
  /// - Parameters:
  ///   - done: The number of finished leads.
  ///   - elapsed: The time since the start.
  public mutating func record(done: Int, at elapsed: Duration) {
    guard elapsed >= .seconds(1) else { return }
    if let last = samples.last, elapsed - last.time < .milliseconds(100) { return }
    samples.append(Sample(time: elapsed, done: done))
    // One sample before the window stays as its start.
    while samples.count > 2, elapsed - samples[1].time >= .seconds(10) { samples.removeFirst() }
  }

  /// Returns the leads per second; `nil` while the rate is unknown.
  ///
  /// - Parameters:
  ///   - done: The number of finished leads.
  ///   - elapsed: The time since the start.
  public func rate(done: Int, at elapsed: Duration) -> Double? {
    guard let first = samples.first, elapsed - first.time >= .seconds(2) else { return nil }
    return Double(done - first.done) / ((elapsed - first.time) / .seconds(1))
  }
}
