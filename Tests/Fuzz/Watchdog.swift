import ConstantContactTransport
import Foundation

/// Ends the process when one input takes too long.
final class Watchdog: Sendable {
  private static let limit: Duration = .seconds(20)
  private let running = Locked<(target: String, start: ContinuousClock.Instant)?>(nil)

  init() {
    Thread.detachNewThread { [running] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        let current = running.withLock { $0 }
        if let current, ContinuousClock.now - current.start > Self.limit {
          Report.note("\(current.target): an input took longer than \(Self.limit)")
          exit(2)
        }
      }
    }
  }

  func start(_ target: String) { running.withLock { $0 = (target, .now) } }

  func stop() { running.withLock { $0 = nil } }
}
