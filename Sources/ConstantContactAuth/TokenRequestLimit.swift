public import ConstantContactTransport

/// Keeps requests to the token host a second apart: it takes about one a second, says the vendor's staff.
///
/// Whoever comes first goes first. A client makes one of its own unless it is given one: pass the same to all that use
/// the same app in a process, such as the sources of several accounts.
public actor TokenRequestLimit {
  /// What is waited for at most when the token host asks to be left alone (`Retry-After`).
  static let longestHold: Duration = .seconds(60)

  private let interval: Duration
  private let time: TimeSource
  /// When the next one may go.
  private var nextTurn: Duration = .zero
  private var heldUntil: Duration = .zero

  /// Makes a limit.
  ///
  /// - Parameters:
  ///   - interval: How far apart requests are kept; a second by default, zero for no limit.
  ///   - time: What is waited on.
  public init(interval: Duration = .seconds(1), time: TimeSource = .system) {
    self.interval = interval
    self.time = time
  }

  /// Waits until it is the caller's turn.
  ///
  /// The caller has marked what it does as work; the mark is lifted while it waits.
  func turn() async throws {
    try Task.checkCancellation()
    while true {
      let turn = max(time.elapsed, nextTurn, heldUntil)
      nextTurn = turn + interval
      do {
        try await time.sleepDuringWork(for: turn - time.elapsed)
      } catch {
        // Whoever was the last in the row leaves no gap.
        if nextTurn == turn + interval { nextTurn = turn }
        throw error
      }
      if heldUntil <= time.elapsed { return }
    }
  }

  /// Leaves the token host alone for a while, a minute at most.
  func hold(for duration: Duration) {
    heldUntil = max(heldUntil, time.elapsed + min(duration, Self.longestHold))
  }
}
