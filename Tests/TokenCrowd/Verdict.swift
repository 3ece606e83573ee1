/// The result of a run.
struct Verdict {
  /// Broken promises.
  var violations: [String] = []
  /// The number of processes that were started.
  var processes = 0
  var seconds = 0.0
  var calls = 0
  /// Calls whose token was rejected twice, because they took longer than its lifetime.
  var late = 0
  /// Refreshes in the server's log.
  var refreshes = 0
  /// Processes that were killed at any time.
  var killed = 0
  /// Processes that killed themselves, by place.
  var deaths: [String: Int] = [:]
  /// Refreshes during which a process died without loss of a pair.
  var recovered = 0
  /// Pairs that the server issued and that never reached the store.
  var lost = 0
  /// Calls that reported a lost response.
  var reports = 0
  /// Spent refresh tokens that were sent again.
  var reused = 0
  /// The most times that one spent refresh token was sent again.
  var mostReused = 0
  /// Unknown refresh tokens that were sent.
  var refused = 0
  /// Comparisons of the store with the server.
  var checks = 0
  /// Unexpected files beside the token file.
  var leftovers: [String] = [] {
    didSet { violations += leftovers.map { "\($0) was left behind" } }
  }

  var summary: String {
    """
    \(processes) processes in \(Int(seconds)) s, \(calls) calls and \(late) that outlived two tokens, \
    \(refreshes) refreshes
    killed: \(killed) at any time, \(deaths["marked", default: 0]) between mark and request, \
    \(deaths["received", default: 0]) between response and save, \(deaths["saved", default: 0]) after the save
    died during a refresh without loss: \(recovered); responses lost: \(lost), reported by \(reports) calls, \
    spent tokens sent again: \(reused), each at most \(mostReused) times
    the store was compared with the server \(checks) times; violations: \(violations.count)
    """
  }
}
