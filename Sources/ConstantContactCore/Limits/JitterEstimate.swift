/// How much closer together requests can arrive than they were sent, learned from their responses.
///
/// The limit spaces departures; the server counts arrivals. Two requests a second apart arrive up to the jitter of the network closer
/// together, so the limit's window is lengthened by ``extra``, the larger of:
///
/// - the spread of the latest response times (their 90th percentile above the fastest), at most 40 ms, which costs 4% of the rate;
/// - what refusals have shown to be necessary: 5 ms more for each, at most 250 ms, decaying by 5 ms within 500 responses.
///
/// The spread reacts before anything is refused, but also counts a server whose own speed varies: hence its limit. Refusals tell of
/// everything else, such as stronger jitter or another program that uses the key. A request that was delayed more than usual is
/// counted as sent later instead: see ``noteResponse(after:)``.
struct JitterEstimate: Sendable {
  /// What to add to the limit's window.
  private(set) var extra: Duration = .zero

  /// The latest response times in microseconds, oldest first.
  private var durations: [Int64] = []
  /// The same, in ascending order.
  private var sorted: [Int64] = []
  /// The number of responses, at most `warmUp`.
  private var responses = 0
  /// The 90th percentile.
  private var usual: Duration = .zero
  private var spread: Duration = .zero
  /// What refusals have shown to be necessary.
  private var penalty: Duration = .zero

  private static let sampleCount = 100
  private static let warmUp = 8
  /// The first responses include the time for opening connections.
  private static let connecting = 4
  private static let maximumWarmUpSpread: Duration = .milliseconds(250)
  /// A spread below this is noise that the limit's margin covers.
  private static let noise: Duration = .milliseconds(3)
  private static let maximumSpread: Duration = .milliseconds(40)
  private static let maximumLateness: Duration = .milliseconds(100)
  private static let penaltyStep: Duration = .milliseconds(5)
  private static let maximumPenalty: Duration = .milliseconds(250)
  private static let penaltyDecay: Duration = .microseconds(10)

  /// Learns from a response other than a `throttled` refusal.
  ///
  /// - Parameter duration: The time from the grant of the slot to the response.
  /// - Returns: How much more than usual the request may have been delayed, at most 100 ms; zero when it was not.
  mutating func noteResponse(after duration: Duration) -> Duration {
    let lateness = responses < Self.warmUp ? .zero : min(duration - usual, Self.maximumLateness)
    penalty = max(.zero, penalty - Self.penaltyDecay)
    insert(max(0, duration.clampedMicroseconds))
    if responses < Self.warmUp {
      responses += 1
      if responses == Self.warmUp { for _ in 0..<Self.connecting { removeOldest() } }
    }
    usual = .microseconds(sorted[(sorted.count - 1) * 9 / 10])
    if responses < Self.warmUp {
      // How fast a response can be is not known yet, only that the request arrived before its response.
      spread = min(.microseconds(sorted.last ?? 0), Self.maximumWarmUpSpread)
    } else {
      spread = min(max(.zero, usual - .microseconds(sorted.first ?? 0) - Self.noise), Self.maximumSpread)
    }
    extra = max(spread, penalty)
    return lateness > Self.noise ? lateness : .zero
  }

  /// Learns from a `throttled` refusal.
  mutating func noteThrottled() {
    penalty = min(extra + Self.penaltyStep, Self.maximumPenalty)
    extra = penalty
  }

  private mutating func insert(_ duration: Int64) {
    if durations.count == Self.sampleCount { removeOldest() }
    durations.append(duration)
    sorted.insert(duration, at: sorted.firstIndex { $0 > duration } ?? sorted.endIndex)
  }

  private mutating func removeOldest() {
    let oldest = durations.removeFirst()
    if let index = sorted.firstIndex(of: oldest) { sorted.remove(at: index) }
  }
}
