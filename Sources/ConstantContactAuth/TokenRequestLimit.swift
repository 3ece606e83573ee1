public import ConstantContactTransport

/// A rate limit for token requests, of one request per second by default.
///
/// The authorization server accepts about one request per second. Callers are admitted in order. Each token client
/// creates its own limit by default; in a process with several accounts of one app, pass the same limit to all.
public actor TokenRequestLimit {
  /// The longest pause for a `Retry-After` header.
  static let longestPause: Duration = .seconds(60)
  private static let longestInterval: Duration = .seconds(86_400)

  private let interval: Duration
  private let time: TimeSource
  private var nextSlot: Duration = .zero
  private var pausedUntil: Duration = .zero

  /// Creates a limit.
  ///
  /// - Parameters:
  ///   - interval: The time between two requests, up to a day; a second by default, zero for no limit.
  ///   - time: The time source.
  public init(interval: Duration = .seconds(1), time: TimeSource = .system) {
    self.interval = min(max(.zero, interval), Self.longestInterval)
    self.time = time
  }

  /// Waits until the next request may be sent.
  ///
  /// The caller has begun work on the time source, which is suspended during the wait.
  func waitForSlot() async throws {
    try Task.checkCancellation()
    while true {
      let slot = max(time.elapsed, nextSlot, pausedUntil)
      nextSlot = slot + interval
      do {
        try await time.sleepDuringWork(for: slot - time.elapsed)
      } catch {
        // A cancelled caller at the end of the queue returns its slot.
        if nextSlot == slot + interval { nextSlot = slot }
        throw error
      }
      if pausedUntil <= time.elapsed { return }
    }
  }

  /// Sends no requests for a while, a minute at most.
  func pause(for duration: Duration) {
    pausedUntil = max(pausedUntil, time.elapsed + min(duration, Self.longestPause))
  }
}
