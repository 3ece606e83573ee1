import ConstantContactKit
import Foundation

/// A token file whose user dies at the worst moments.
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
    guard new.generation != expected else {
      let isSaved = try await base.save(new, replacing: expected)
      guard isSaved else { return false }
      Journal.write(new.refreshStartedAt == nil ? .unmarked(expected) : .marked(expected))
      // Between the mark and the request.
      if new.refreshStartedAt != nil { dieByChance("marked") }
      return true
    }
    // Between the answer and the write.
    dieByChance("answered")
    if let old = try await base.load(), let expiresAt = old.expiresAt, let asked = new.issuedAt,
      asked < expiresAt.addingTimeInterval(-(refreshAhead / .seconds(1)) - 0.001)
    {
      Journal.write(.early(expected))
    }
    let isSaved = try await base.save(new, replacing: expected)
    if isSaved { Journal.write(.saved(expected)) }
    // Between the write and whoever waits for the token.
    dieByChance("saved")
    return isSaved
  }

  private func dieByChance(_ place: String) {
    guard Double.random(in: 0..<1) < deathRate else { return }
    Journal.write(.dies(place))
    kill(getpid(), SIGKILL)
    while true { pause() }
  }
}
