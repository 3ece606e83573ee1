import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

/// A cancelled caller returns within milliseconds, whatever the shared refresh waits for.
@Suite(.timeLimit(.minutes(5)))
struct PromptCancellationTests {
  private func withFile(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "prompt-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.appending(path: "tokens.json"))
  }

  /// Cancels a caller and expects its end within the time that a deadline allows.
  private func expectPromptEnd(of caller: Task<String, any Error>) async {
    let start = ContinuousClock.now
    caller.cancel()
    await #expect(throws: CancellationError.self) { try await caller.value }
    // Milliseconds on an idle machine. Without prompt cancellation it does not end while the test holds what it waits for.
    #expect(start.duration(to: .now) < .seconds(600))
  }

  @Test(arguments: ["refresh.lock", "lock"])
  func callerReturnsWhileAnotherProcessHoldsALock(name: String) async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      try await store.replace(with: .held(expiresIn: .zero))
      let server = TokenServer()
      let source = TokenSource(
        client: .confidential, transport: server, store: store, time: LeapClock().timeSource)
      let lock = try await FileLock.acquire(at: "\(file.path).\(name)")
      let first = Task { try await source.accessToken().value }
      let second = Task { try await source.accessToken().value }
      try await Task.sleep(for: .milliseconds(50))
      await expectPromptEnd(of: first)
      // A caller that comes later can be cancelled as well.
      await expectPromptEnd(of: Task { try await source.accessToken().value })
      #expect(await server.count == 0)
      lock.release()
      // The other caller still gets its token, and the pair is saved.
      #expect(try await second.value == "A1")
      #expect(await server.count == 1)
      #expect(try await store.load()?.refreshToken == "R1")
    }
  }

  @Test func callerReturnsWhileTheStoreBlocksItsThread() async throws {
    let store = BlockingStore(.held(expiresIn: .zero))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: store, time: LeapClock().timeSource)
    // Ends the block if the test hangs: the expectation on the time fails then.
    let guardian = Thread {
      Thread.sleep(forTimeInterval: 120)
      store.unblock()
    }
    guardian.start()
    let first = Task { try await source.accessToken().value }
    while !store.isBlocking { await Task.yield() }
    let second = Task { try await source.accessToken().value }
    await expectPromptEnd(of: first)
    await expectPromptEnd(of: Task { try await source.accessToken().value })
    store.unblock()
    #expect(try await second.value == "A1")
  }

  @Test func callerReturnsWhileTheTokenEndpointHangs() async throws {
    let gate = Gate()
    let store = MemoryTokenStore(.held(expiresIn: .zero))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(gate: gate), store: store, time: LeapClock().timeSource)
    let caller = Task { try await source.accessToken().value }
    await gate.waitForArrivals(1)
    await expectPromptEnd(of: caller)
    await gate.open()
    #expect(try await source.accessToken().value == "A1")
  }
}

/// A store that is not an actor, and blocks its thread in `load` until it is unblocked.
private struct BlockingStore: TokenStore {
  private let base: MemoryTokenStore
  private let state = Locked((isBlocked: true, isBlocking: false))

  init(_ credentials: OAuthCredentials) { base = MemoryTokenStore(credentials) }

  var isBlocking: Bool { state.withLock { $0.isBlocking } }
  func unblock() { state.withLock { $0.isBlocked = false } }

  func load() async throws -> OAuthCredentials? {
    block()
    return await base.load()
  }

  private func block() {
    state.withLock { $0.isBlocking = true }
    while state.withLock({ $0.isBlocked }) { usleep(1_000) }
  }

  func save(_ new: OAuthCredentials, replacing expected: Int?) async throws -> Bool {
    await base.save(new, replacing: expected)
  }

  func clear() async throws { await base.clear() }
}
