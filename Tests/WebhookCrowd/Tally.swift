import ExampleSupport
import Foundation

/// What the senders were told. All of it is behind one lock.
final class Tally: @unchecked Sendable {
  struct Receipt: Decodable {
    let id: String
    let leads: [ResultLine]
  }

  struct State {
    /// By the requests' keys: the service's promise, and its last word.
    var accepted: [String: String] = [:]
    var reports: [String: [ResultLine]] = [:]
    /// Requests whose sender went away without an answer.
    var abandoned: Set<String> = []
    /// How long answers took, in seconds, by whether they held the report.
    var reportTimes: [Double] = []
    var queuedTimes: [Double] = []
    var unanswered = 0
    var violations: [String] = []
    var finished = 0
  }

  private let lock = NSLock()
  private var state = State()

  func change<Result>(_ body: (inout State) -> Result) -> Result { lock.withLock { body(&state) } }

  var snapshot: State { lock.withLock { state } }
}
