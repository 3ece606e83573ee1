import ConstantContactAuth

/// A store that counts, can be made to fail, and can hold a save at a gate.
actor ProbeStore: TokenStore {
  struct Broken: Error {}

  private let base: MemoryTokenStore
  private let saveGate: Gate
  private(set) var loads = 0
  private(set) var saves = 0
  private var failingSaves = 0

  init(_ credentials: Credentials?, saveGate: Gate = Gate(open: true)) {
    base = MemoryTokenStore(credentials)
    self.saveGate = saveGate
  }

  func failSaves(_ count: Int) { failingSaves = count }

  func load() async throws -> Credentials? {
    loads += 1
    return await base.load()
  }

  func save(_ new: Credentials, replacing expected: Int?) async throws -> Bool {
    await saveGate.pass()
    if failingSaves > 0 {
      failingSaves -= 1
      throw Broken()
    }
    saves += 1
    return await base.save(new, replacing: expected)
  }

  func clear() async throws { await base.clear() }
}
