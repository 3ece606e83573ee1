import ConstantContactAuth

/// A store that counts, fails on request, and can suspend a save at a gate.
actor ProbeStore: TokenStore {
  struct Broken: Error {}

  private let base: MemoryTokenStore
  private let saveGate: Gate
  private(set) var loads = 0
  /// The number of saved pairs.
  private(set) var saves = 0
  /// The number of times that a mark was saved or removed.
  private(set) var marks = 0
  private var failingLoads = 0
  private var failingSaves = 0
  private var failingMarks = 0
  private var marksBeforeFailure = 0
  private var savesThatOnlySeemToFail = 0
  private(set) var exclusive = 0

  init(_ credentials: OAuthCredentials?, saveGate: Gate = Gate(open: true)) {
    base = MemoryTokenStore(credentials)
    self.saveGate = saveGate
  }

  func failLoads(_ count: Int) { failingLoads = count }
  func failSaves(_ count: Int) { failingSaves = count }
  func failMarks(_ count: Int, after successes: Int = 0) {
    failingMarks = count
    marksBeforeFailure = successes
  }
  func seemToFailSaves(_ count: Int) { savesThatOnlySeemToFail = count }

  func beginExclusiveAccess() { exclusive += 1 }
  func endExclusiveAccess() { exclusive -= 1 }

  func load() async throws -> OAuthCredentials? {
    loads += 1
    try Self.failOnce(&failingLoads)
    return await base.load()
  }

  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    if new.generation == expected {
      if marksBeforeFailure > 0 { marksBeforeFailure -= 1 } else { try Self.failOnce(&failingMarks) }
      marks += 1
      return await base.save(new, replacing: expected)
    }
    await saveGate.pass()
    try Self.failOnce(&failingSaves)
    saves += 1
    let isSaved = await base.save(new, replacing: expected)
    try Self.failOnce(&savesThatOnlySeemToFail)
    return isSaved
  }

  private static func failOnce(_ count: inout Int) throws {
    guard count > 0 else { return }
    count -= 1
    throw Broken()
  }

  func clear() async throws { await base.clear() }
}
