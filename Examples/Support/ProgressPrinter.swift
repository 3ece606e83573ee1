internal import Foundation

/// Displays a ``ProgressBar`` on the last line of the terminal on standard error.
///
/// Without a terminal it displays nothing, so that a log contains no bars. It may be called from any thread.
public final class ProgressPrinter: @unchecked Sendable {
  // Safe to share: mutable state is only accessed while `lock` is held, and everything else is constant and Sendable.
  private let lock = NSLock()
  private var done = 0
  private var meter = RateMeter()
  private var lastDrawn: Duration?
  private var isShown = false
  private var isFinished = false

  private let bar: ProgressBar
  private let isInteractive: Bool
  private let interval: Duration
  private let elapsed: @Sendable () -> Duration
  private let width: @Sendable () -> Int
  private let write: @Sendable (String) -> Void

  /// Creates a printer on standard error. The time starts now.
  ///
  /// - Parameter total: The number of leads.
  public convenience init(total: Int) {
    let start = ContinuousClock.now
    self.init(
      total: total,
      isInteractive: Terminal.hasInteractiveError,
      elapsed: { ContinuousClock.now - start },
      width: { Terminal.errorWidth },
      write: { StandardError.write($0) }
    )
  }

  /// Creates a printer with a custom output.
  ///
  /// - Parameters:
  ///   - total: The number of leads.
  ///   - isInteractive: Whether the bar is displayed. Lines are written in any case.
  ///   - interval: The minimum time between two updates of the display.
  ///   - elapsed: Returns the time since the start.
  ///   - width: Returns the width of the terminal in cells.
  ///   - write: Writes text.
  public init(
    total: Int,
    isInteractive: Bool,
    interval: Duration = .milliseconds(100),
    elapsed: @escaping @Sendable () -> Duration,
    width: @escaping @Sendable () -> Int,
    write: @escaping @Sendable (String) -> Void
  ) {
    bar = ProgressBar(total: total)
    self.isInteractive = isInteractive
    self.interval = interval
    self.elapsed = elapsed
    self.width = width
    self.write = write
  }

  /// Sets the number of finished leads. A smaller number than before is ignored, because calls may overtake each other.
  public func update(done: Int) {
    lock.withLock {
      self.done = max(self.done, done)
      draw(force: false)
    }
  }

  /// Adds one finished lead.
  public func advance() {
    lock.withLock {
      done += 1
      draw(force: false)
    }
  }

  /// Writes a line above the bar; without a terminal, only the line.
  public func write(line: String) {
    lock.withLock {
      let wasShown = isShown
      clear()
      write(line + "\n")
      if wasShown { draw(force: true) }
    }
  }

  /// Removes the bar for good. Further calls have no effect.
  public func finish() {
    lock.withLock {
      clear()
      isFinished = true
    }
  }

  private func draw(force: Bool) {
    guard isInteractive, !isFinished else { return }
    let now = elapsed()
    meter.record(done: done, at: now)
    if !force, let lastDrawn, now - lastDrawn < interval, done < bar.total { return }
    lastDrawn = now
    isShown = true
    // The last cell stays empty, because many terminals wrap the line when it is written.
    let text = bar.render(
      done: done, elapsed: now, rate: meter.rate(done: done, at: now), width: width() - 1)
    write("\r" + text + Self.eraseToEnd)
  }

  private func clear() {
    guard isShown else { return }
    isShown = false
    write("\r" + Self.eraseToEnd)
  }

  private static let eraseToEnd = "\u{1B}[K"
}
