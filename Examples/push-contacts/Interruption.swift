import Dispatch
import ExampleSupport
import Foundation

/// Notices Ctrl-C: the first time work is wound up, the second time the program ends at once.
final class Interruption: @unchecked Sendable {
  // Safe to share: `happened` is only reached while `lock` is held, and `source` does not change.
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
    StandardError.write(line: "\ninterrupted: finishing what is under way; once more to quit at once")
  }
}
