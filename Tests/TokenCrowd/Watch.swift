import ConstantContactKit
import ConstantContactTesting
import Foundation

/// Compares what the processes say, what the store holds and what the server has seen.
struct Watch {
  /// The pairs that go back to one grant.
  private struct Series {
    let id: Int
    /// The generations of its first pair and of the last that was stored.
    let first: Int
    var last: Int?
    /// The generations at whose refresh somebody died.
    var deaths: Set<Int> = []
    /// How often the reply was reported as lost.
    var reports = 0
  }

  let fake: FakeConstantContact
  let store: FileTokenStore
  let lifetime: Duration
  var verdict = Verdict()
  private var series: [Series] = []

  init(fake: FakeConstantContact, store: FileTokenStore, lifetime: Duration) {
    self.fake = fake
    self.store = store
    self.lifetime = lifetime
  }

  var refreshes: Int {
    get async { await fake.tokenRecords.count { $0.kind == .refreshed } }
  }

  /// What the account's owner does in the browser.
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

  /// Takes note of what a process has written.
  mutating func heed(_ entries: [Journal.Entry], mayConnect: Bool = true) async throws {
    for entry in entries {
      switch entry {
      case .call: verdict.calls += 1
      case .late: verdict.late += 1
      case .marked, .unmarked, .saved: break
      case .dies(let place): verdict.deaths[place, default: 0] += 1
      case .early(let generation): verdict.violations.append("generation \(generation) was renewed too early")
      case .failed(let text): verdict.violations.append("a call failed: \(text)")
      case .lost(let generation):
        guard let index = index(of: generation) else {
          verdict.violations.append("a lost reply of generation \(generation), which nobody knows")
          continue
        }
        series[index].reports += 1
        if mayConnect, series[index].last == nil { try await connectAgain(after: generation) }
      }
    }
  }

  private mutating func connectAgain(after generation: Int) async throws {
    try await store.beginExclusiveAccess()
    if try await store.load()?.generation == generation {
      series[series.count - 1].last = generation
      try await connect()
    }
    await store.endExclusiveAccess()
  }

  /// Takes note of a process that has died.
  mutating func buried(_ member: Member) {
    guard let generation = member.marked, let index = index(of: generation) else { return }
    series[index].deaths.insert(generation)
  }

  private func index(of generation: Int) -> Int? { series.lastIndex { $0.first <= generation } }

  /// The stored refresh token is the newest that the server has issued, unless a refresh has been begun that nobody
  /// finished.
  mutating func lookAtTheStore() async throws {
    try await store.beginExclusiveAccess()
    if let pair = try await store.load(), let refreshToken = pair.refreshToken {
      let isNewest = await fake.isNewest(refreshToken: refreshToken)
      let isUsable = await fake.isUsable(refreshToken: refreshToken)
      if pair.refreshStartedAt == nil, !isNewest || !isUsable {
        verdict.violations.append("generation \(pair.generation) is stored, and is not the newest")
      }
      verdict.looks += 1
    }
    await store.endExclusiveAccess()
  }

  /// Holds the server's log against the store's history. The refresh lock is held.
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
      // What the server has renewed, and the store never got.
      let lost = count(.refreshed, one.id) - (last - one.first)
      let reused = count(.reused, one.id)
      let name = "series \(one.id), generations \(one.first) to \(last)"
      verdict.lost += lost
      verdict.reused += reused
      verdict.reports += one.reports
      verdict.recovered += one.deaths.subtracting(lost == 1 ? [last] : []).count
      if lost != 0, lost != 1 || !one.deaths.contains(last) {
        verdict.violations.append("\(name): \(lost) refreshes too many")
      }
      if reused > 0, lost != 1 { verdict.violations.append("\(name): a spent token was sent \(reused) times") }
      if lost == 1, one.last != nil, one.reports == 0 { verdict.violations.append("\(name): a lost reply unreported") }
      if lost == 0, one.reports > 0 { verdict.violations.append("\(name): reported as lost, and was not") }
    }
    if verdict.refused > 0 { verdict.violations.append("\(verdict.refused) refresh tokens unknown to the server") }
  }
}
