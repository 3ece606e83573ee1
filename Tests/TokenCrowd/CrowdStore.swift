import ConstantContactKit
import Foundation

/// A token file store that kills its process at critical moments.
actor CrowdStore: TokenStore {
  private let base: FileTokenStore
  private let deathRate: Double
  private let refreshAhead: Duration

  init(file: URL, deathRate: Double, refreshAhead: Duration) {
    base = FileTokenStore(file: file)
    self.deathRate = deathRate
    self.refreshAhead = refreshAhead
  }

  func load() async throws -> OAuthCredentials? { try await base.load() }
  func clear() async throws { try await base.clear() }
  func beginExclusiveAccess() async throws { try await base.beginExclusiveAccess() }
  func endExclusiveAccess() async { await base.endExclusiveAccess() }

  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    guard let expected else { return try await base.save(new, replacing: nil) }
    guard new.generation != expected else { return try await saveMark(new, replacing: expected) }
    dieAtRandom("received")
    if let old = try await base.load(), let expiresAt = old.expiresAt, let requestedAt = new.issuedAt,
      requestedAt < expiresAt.addingTimeInterval(-(refreshAhead / .seconds(1)) - 0.001)
    {
      Journal.write(.early(expected))
    }
    let isSaved = try await base.save(new, replacing: expected)
    if isSaved { Journal.write(.saved(expected)) }
    dieAtRandom("saved")
    return isSaved
  }

  private func saveMark(_ new: OAuthCredentials, replacing expected: Int) async throws -> Bool {
    guard try await base.save(new, replacing: expected) else { return false }
    if new.responseLostAt != nil {
      Journal.write(.remembered(expected))
    } else if new.refreshStartedAt != nil {
      Journal.write(.marked(expected))
      dieAtRandom("marked")
    } else {
      Journal.write(.unmarked(expected))
    }
    return true
  }

  private func dieAtRandom(_ place: String) {
    guard Double.random(in: 0..<1) < deathRate else { return }
    Journal.write(.dies(place))
    kill(getpid(), SIGKILL)
    while true { pause() }
  }
}
