import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Compares the journals of the processes, the contents of the store and the log of the server.
struct Watch {
  /// The pairs of one grant.
  private struct Series {
    let id: Int
    /// The generations of its first pair and of the last that was stored.
    let first: Int
    var last: Int?
    /// How many processes died while refreshing a generation.
    var deaths: [Int: Int] = [:]
    /// The number of reports of a lost response.
    var reports = 0
  }

  let fake: FakeConstantContact
  let store: FileTokenStore
  let lifetime: Duration
  let reconnectDelay: Duration
  var verdict = Verdict()
  private var series: [Series] = []
  private var dueReconnection: (generation: Int, time: ContinuousClock.Instant)?

  init(fake: FakeConstantContact, store: FileTokenStore, lifetime: Duration, reconnectDelay: Duration) {
    self.fake = fake
    self.store = store
    self.lifetime = lifetime
    self.reconnectDelay = reconnectDelay
  }

  var refreshes: Int {
    get async { await fake.tokenRecords.count { $0.kind == .refreshed } }
  }

  /// Connects the account, as its owner does in the browser.
  mutating func connect() async throws {
    let now = Date()
    let tokens = await fake.issueTokens()
    guard let id = await fake.tokenRecords.last(where: { $0.kind == .issued })?.series else {
      throw CancellationError()
    }
    let pair = try await store.replace(
      with: OAuthCredentials(
        accessToken: tokens.accessToken, refreshToken: tokens.refreshToken,
        expiresAt: now.addingTimeInterval(lifetime / .seconds(1)), issuedAt: now))
    series.append(Series(id: id, first: pair.generation))
  }

  /// Counts the entries of a process.
  mutating func note(_ entries: [Journal.Entry]) async throws {
    for entry in entries {
      switch entry {
      case .call: verdict.calls += 1
      case .late: verdict.late += 1
      case .marked, .unmarked, .remembered, .saved: break
      case .dies(let place): verdict.deaths[place, default: 0] += 1
      case .early(let generation): verdict.violations.append("generation \(generation) was refreshed too early")
      case .failed(let text): verdict.violations.append("a call failed: \(text)")
      case .lost(let generation):
        guard let index = index(of: generation) else {
          verdict.violations.append("a lost response of the unknown generation \(generation)")
          continue
        }
        series[index].reports += 1
        if dueReconnection == nil, series[index].last == nil {
          dueReconnection = (generation, .now.advanced(by: reconnectDelay))
        }
      }
    }
  }

  /// Reconnects the account if a lost response was reported and the delay has passed.
  mutating func reconnectIfDue() async throws {
    guard let due = dueReconnection, due.time <= .now else { return }
    dueReconnection = nil
    try await store.beginExclusiveAccess()
    if try await store.load()?.generation == due.generation {
      series[series.count - 1].last = due.generation
      try await connect()
    }
    await store.endExclusiveAccess()
  }

  /// Notes that a process has ended.
  mutating func noteDeath(of member: Member) {
    guard let generation = member.marked, let index = index(of: generation) else { return }
    series[index].deaths[generation, default: 0] += 1
  }

  private func index(of generation: Int) -> Int? { series.lastIndex { $0.first <= generation } }

  /// Checks that the stored refresh token is the server's newest, unless a refresh is marked.
  mutating func checkStore() async throws {
    try await store.beginExclusiveAccess()
    if let pair = try await store.load(), let refreshToken = pair.refreshToken {
      let isNewest = await fake.isNewest(refreshToken: refreshToken)
      let isUsable = await fake.isUsable(refreshToken: refreshToken)
      if pair.refreshStartedAt == nil, !isNewest || !isUsable {
        verdict.violations.append("generation \(pair.generation) is stored, and is not the newest")
      }
      verdict.checks += 1
    }
    await store.endExclusiveAccess()
  }

  /// Compares the server's log with the history of the store. The caller holds the refresh lock.
  mutating func compare() async throws {
    guard let stored = try await store.load()?.generation else { throw CancellationError() }
    let records = await fake.tokenRecords
    func count(_ kind: FakeConstantContact.TokenRecord.Kind, _ id: Int) -> Int {
      records.count { $0.kind == kind && $0.series == id }
    }
    verdict.refreshes = records.count { $0.kind == .refreshed }
    verdict.refused = records.count { $0.kind == .refused }
    for one in series {
      let last = one.last ?? stored
      // Refreshes whose pair never reached the store.
      let lost = count(.refreshed, one.id) - (last - one.first)
      let reused = count(.reused, one.id)
      let deaths = one.deaths[last, default: 0]
      let name = "series \(one.id), generations \(one.first) to \(last)"
      verdict.lost += lost
      verdict.reused += reused
      verdict.mostReused = max(verdict.mostReused, reused)
      verdict.reports += one.reports
      verdict.recovered += one.deaths.keys.count { lost != 1 || $0 != last }
      if lost != 0, lost != 1 || deaths == 0 { verdict.violations.append("\(name): \(lost) refreshes too many") }
      if reused > 0, lost != 1 { verdict.violations.append("\(name): a spent token was sent \(reused) times") }
      // One death lost the response. Each further one may have prevented a process from recording the rejection.
      if reused > max(1, deaths) {
        verdict.violations.append("\(name): a spent token was sent again \(reused) times, with \(deaths) deaths")
      }
      if lost == 1, one.last != nil, one.reports == 0 { verdict.violations.append("\(name): a loss was not reported") }
      if lost == 0, one.reports > 0 { verdict.violations.append("\(name): a loss was reported that was none") }
    }
    if verdict.refused > 0 { verdict.violations.append("\(verdict.refused) refresh tokens unknown to the server") }
  }
}
