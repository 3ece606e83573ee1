/// What came of it.
struct Verdict {
  /// What must not have happened.
  var violations: [String] = []
  /// How many processes were started, one after another.
  var processes = 0
  var seconds = 0.0
  var calls = 0
  /// How many calls took longer than their tokens lived, twice in a row.
  var late = 0
  /// How many refreshes the server carried out, by its own log.
  var refreshes = 0
  /// How many processes were killed from outside, at any moment.
  var killed = 0
  /// How many killed themselves, by the place where they did.
  var deaths: [String: Int] = [:]
  /// How often somebody died at a refresh and nothing was lost: the request had not arrived, or the pair was saved.
  var recovered = 0
  /// How many pairs the server issued that never got into the store.
  var lost = 0
  /// How often a call reported that.
  var reports = 0
  /// How often a spent refresh token came back to the server.
  var reused = 0
  /// How often an unknown one did.
  var refused = 0
  /// How often the store was held against the server.
  var looks = 0
  /// Files beside the token file that nobody needs.
  var leftovers: [String] = [] {
    didSet { violations += leftovers.map { "\($0) was left behind" } }
  }

  var summary: String {
    """
    \(processes) processes in \(Int(seconds)) s, \(calls) calls and \(late) that outlived two tokens, \
    \(refreshes) refreshes
    killed: \(killed) at any time, \(deaths["marked", default: 0]) between mark and request, \
    \(deaths["answered", default: 0]) between answer and write, \(deaths["saved", default: 0]) after the write
    died at a refresh without harm: \(recovered); replies lost: \(lost), reported by \(reports) calls, \
    spent tokens sent again: \(reused)
    the store was held against the server \(looks) times; violations: \(violations.count)
    """
  }
}
