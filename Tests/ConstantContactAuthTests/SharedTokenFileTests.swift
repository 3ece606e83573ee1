import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

/// Several stores that share a file, as in several processes.
@Suite(.timeLimit(.minutes(5)))
struct SharedTokenFileTests {
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shared-tokens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private func names(in folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  @Test func oneOfManyStoresSaves() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      for round in 0..<10 {
        let won = try await withThrowingTaskGroup(of: Bool.self) { group in
          for number in 0..<8 {
            group.addTask {
              let new = OAuthCredentials(accessToken: "A\(number)", generation: round)
              return try await FileTokenStore(file: file).save(new, replacing: round == 0 ? nil : round - 1)
            }
          }
          return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
      }
    }
  }

  @Test func saveWaitsForTheLock() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let lock = try await FileLock.acquire(at: file.path + ".lock")
      let order = Locked<[String]>([])
      let saving = Task {
        _ = try await FileTokenStore(file: file).save(OAuthCredentials(accessToken: "A"), replacing: nil)
        order.withLock { $0.append("saved") }
      }
      // Long enough for many saves that do not wait.
      let other = FileTokenStore(file: folder.appending(path: "other.json"))
      for number in 0..<20 {
        try await other.replace(with: OAuthCredentials(accessToken: "B\(number)"))
        await Task.yield()
      }
      order.withLock { $0.append("released") }
      lock.release()
      try await saving.value
      #expect(order.withLock { $0 } == ["released", "saved"])
    }
  }

  @Test func refreshesExcludeEachOtherButNotNewGrants() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let (one, other) = (FileTokenStore(file: file), FileTokenStore(file: file))
      try await one.beginExclusiveAccess()
      let order = Locked<[String]>([])
      let waiting = Task {
        try await other.beginExclusiveAccess()
        order.withLock { $0.append("other") }
        await other.endExclusiveAccess()
      }
      let cancelled = Task { try await other.beginExclusiveAccess() }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      try await other.replace(with: OAuthCredentials(accessToken: "A"))
      order.withLock { $0.append("one") }
      await one.endExclusiveAccess()
      try await waiting.value
      #expect(order.withLock { $0 } == ["one", "other"])
    }
  }

  @Test func deallocatedStoreReleasesTheRefreshLock() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      var store: FileTokenStore? = FileTokenStore(file: file)
      try await store?.beginExclusiveAccess()
      store = nil
      try await FileTokenStore(file: file).beginExclusiveAccess()
    }
  }

  @Test func sourcesThatShareAFileRefreshOncePerExpiry() async throws {
    try await withFolder { folder in
      let clock = LeapClock()
      let file = folder.appending(path: "tokens.json")
      try await FileTokenStore(file: file).replace(with: .held(expiresIn: .zero))
      let server = TokenServer()
      let sources = (0..<8).map { _ in
        TokenSource(
          client: .confidential, transport: server, store: FileTokenStore(file: file), time: clock.timeSource)
      }
      for round in 1...5 {
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
          for source in sources { group.addTask { try await source.accessToken().value } }
          return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(tokens == ["A\(round)"])
        #expect(await server.count == round)
        clock.advance(by: .seconds(86_400))
      }
      // The same for a token that the API rejected.
      clock.advance(by: .seconds(-86_400))
      for source in sources {
        #expect(try await source.accessToken(replacing: AccessToken("A5")).value == "A6")
      }
      #expect(await server.count == 6)
    }
  }

  @Test func symbolicLinkStaysAndLocksStandBesideItsTarget() async throws {
    try await withFolder { folder in
      let link = folder.appending(path: "link.json")
      let target = folder.appending(path: "real/tokens.json")
      try FileManager.default.createDirectory(at: folder.appending(path: "real"), withIntermediateDirectories: false)
      // A relative link whose target does not exist yet.
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "middle.json").path, withDestinationPath: "real/tokens.json")
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "middle.json")
      let store = FileTokenStore(file: link)
      try await store.replace(with: OAuthCredentials(accessToken: "A", generation: 1))
      try await store.replace(with: OAuthCredentials(accessToken: "B", generation: 2))
      #expect(try await FileTokenStore(file: target).load()?.accessToken == "B")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "middle.json")
      #expect(try names(in: folder) == ["link.json", "middle.json", "real"])
      #expect(try names(in: folder.appending(path: "real")) == ["tokens.json", "tokens.json.lock"])
      // The target is removed, not only the link.
      try await store.clear()
      #expect(try await store.load() == nil)
      #expect(!FileManager.default.fileExists(atPath: target.path))
    }
  }

  @Test func symbolicLinkLoopIsAnError() async throws {
    try await withFolder { folder in
      let link = folder.appending(path: "a.json")
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "a.json")
      let error = try await oauthError {
        try await FileTokenStore(file: link).replace(with: OAuthCredentials(accessToken: "A"))
      }
      #expect(error.code == .storage)
    }
  }

  @Test func lockFilesArePrivate() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let store = FileTokenStore(file: file)
      try await store.beginExclusiveAccess()
      try await store.replace(with: OAuthCredentials(accessToken: "A"))
      await store.endExclusiveAccess()
      let expected: Set = ["tokens.json", "tokens.json.lock", "tokens.json.refresh.lock"]
      #expect(try names(in: folder) == expected)
      for name in expected {
        let path = folder.appending(path: name).path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      }
    }
  }
}
