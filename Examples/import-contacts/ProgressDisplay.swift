import ConstantContactKit
import ExampleSupport
import Foundation

/// Shows the progress of an import on standard error: on one line of a terminal, else one line per step.
final class ProgressDisplay: @unchecked Sendable {
  // Safe to share: `step` and `isShown` are only accessed while `lock` is held.
  private let lock = NSLock()
  private var step: BulkImport.Progress.Step?
  private var isShown = false

  /// Shows a progress.
  func show(_ progress: BulkImport.Progress) {
    lock.withLock {
      if Terminal.hasInteractiveError {
        StandardError.write("\r\(progress.step.rawValue): \(progress.work)\u{1B}[K")
        isShown = true
      } else if step != progress.step {
        StandardError.write(line: progress.step.rawValue)
      }
      step = progress.step
    }
  }

  /// Removes the line.
  func finish() {
    lock.withLock {
      if isShown { StandardError.write("\r\u{1B}[K") }
      isShown = false
    }
  }
}
