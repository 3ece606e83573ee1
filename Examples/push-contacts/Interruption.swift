import Dispatch
import ExampleSupport
import Foundation

/// Handles Ctrl-C: the first one finishes the leads in progress, the second one ends the process.
final class Interruption: @unchecked Sendable {
  // Safe to share: `happened` is only accessed while `lock` is held, and `source` does not change.
  private let lock = NSLock()
  private var happened = false
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in self?.note() }
    source.resume()
  }

  var hasHappened: Bool { lock.withLock { happened } }

  private func note() {
    let isFirst = lock.withLock {
      defer { happened = true }
      return !happened
    }
    guard isFirst else { exit(130) }
    StandardError.write(line: "\nInterrupted: finishing the leads in progress. Press Ctrl-C a second time to quit now.")
  }
}
