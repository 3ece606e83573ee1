import ExampleSupport
import Foundation

/// The responses that the senders received.
final class Tally: @unchecked Sendable {
  // Safe to share: `state` is only accessed while `lock` is held.
  struct Receipt: Decodable {
    let id: String
    let leads: [ResultLine]
  }

  struct State {
    /// The IDs and the final results, by the keys of the requests.
    var accepted: [String: String] = [:]
    var results: [String: [ResultLine]] = [:]
    /// Requests whose sender gave up without a response.
    var abandoned: Set<String> = []
    /// The durations of responses in seconds, by whether they contained all results.
    var resultTimes: [Double] = []
    var queuedTimes: [Double] = []
    var lost = 0
    var violations: [String] = []
    var finished = 0
  }

  private let lock = NSLock()
  private var state = State()

  func change<Result>(_ body: (inout State) -> Result) -> Result { lock.withLock { body(&state) } }

  var snapshot: State { lock.withLock { state } }
}
