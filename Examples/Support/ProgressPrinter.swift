internal import Foundation

/// Keeps a ``ProgressBar`` on the last line of the terminal behind standard error. Where standard error is no terminal it
/// draws nothing, so that a log holds no bars.
///
/// It may be called from any thread.
public final class ProgressPrinter: @unchecked Sendable {
  // Safe to share: everything mutable is only reached while `lock` is held, and everything else is constant and Sendable.
  private let lock = NSLock()
  private var done = 0
  private var lastDrawn: Duration?
  private var isShown = false
  private var isFinished = false

  private let bar: ProgressBar
  private let isInteractive: Bool
  private let interval: Duration
  private let elapsed: @Sendable () -> Duration
  private let width: @Sendable () -> Int
  private let write: @Sendable (String) -> Void

  /// Makes a printer on standard error. The time runs from here.
  ///
  /// - Parameters:
  ///   - total: How many rows there are.
  ///   - isEnabled: False keeps the bar away from a terminal too.
  public convenience init(total: Int, isEnabled: Bool = true) {
    let start = ContinuousClock.now
    self.init(
      total: total,
      isInteractive: isEnabled && Terminal.hasInteractiveError,
      elapsed: { ContinuousClock.now - start },
      width: { Terminal.errorWidth },
      write: { StandardError.write($0) }
    )
  }

  /// Makes a printer on anything.
  ///
  /// - Parameters:
  ///   - total: How many rows there are.
  ///   - isInteractive: Whether the bar is drawn; lines are written in any case.
  ///   - interval: How long a drawn bar stays at least.
  ///   - elapsed: The time since the start.
  ///   - width: The terminal's width in cells, asked for at every drawing.
  ///   - write: Takes what is to be written.
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

  /// Tells how many rows are finished. A smaller number than before is ignored: calls may overtake each other.
  public func update(done: Int) {
    locked {
      self.done = max(self.done, done)
      draw(force: false)
    }
  }

  /// Tells that one more row is finished.
  public func advance() {
    locked {
      done += 1
      draw(force: false)
    }
  }

  /// Writes a line above the bar; on anything but a terminal, just the line.
  public func write(line: String) {
    locked {
      let wasShown = isShown
      clear()
      write(line + "\n")
      if wasShown { draw(force: true) }
    }
  }

  /// Takes the bar away. Nothing draws it again; calling it twice is allowed.
  public func finish() {
    locked {
      clear()
      isFinished = true
    }
  }

  private func locked(_ body: () -> Void) {
    lock.lock()
    defer { lock.unlock() }
    body()
  }

  private func draw(force: Bool) {
    guard isInteractive, !isFinished else { return }
    let now = elapsed()
    if !force, let lastDrawn, now - lastDrawn < interval, done < bar.total { return }
    lastDrawn = now
    isShown = true
    // The last cell stays free: many terminals break the line when it is written.
    write("\r" + bar.render(done: done, elapsed: now, width: width() - 1) + Self.eraseToEnd)
  }

  private func clear() {
    guard isShown else { return }
    isShown = false
    write("\r" + Self.eraseToEnd)
  }

  private static let eraseToEnd = "\u{1B}[K"
}
