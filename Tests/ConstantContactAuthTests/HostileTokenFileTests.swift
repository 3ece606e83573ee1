import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Token files, and links in their directory, that were not written by the store.
@Suite(.timeLimit(.minutes(1)))
struct HostileTokenFileTests {
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-tokens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private func link(_ link: URL, to target: URL) throws {
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
  }

  @Test func plantedTemporaryLinkIsNotFollowed() async throws {
    try await withFolder { folder in
      let (file, victim) = (folder.appending(path: "tokens.json"), folder.appending(path: "victim"))
      let planted = folder.appending(path: "tokens.json.new")
      try Data("precious".utf8).write(to: victim)
      let store = FileTokenStore(file: file)

      try link(planted, to: victim)
      try await store.replace(with: OAuthCredentials(accessToken: "A"))
      #expect(try Data(contentsOf: victim) == Data("precious".utf8))
      #expect(try await store.load()?.accessToken == "A")

      try link(planted, to: victim)
      try await store.clear()
      #expect(try Data(contentsOf: victim) == Data("precious".utf8))
      #expect(!FileManager.default.fileExists(atPath: file.path))
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: planted.path)) == nil)
    }
  }

  @Test func plantedLockLinkIsAnError() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      try link(folder.appending(path: "tokens.json.lock"), to: folder.appending(path: "elsewhere"))
      let store = FileTokenStore(file: file)
      #expect(try await oauthError { try await store.save(.held(), replacing: nil) }.code == .storage)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "elsewhere").path))
    }
  }

  @Test func linkThatChangesWhileTheLockIsHeldIsNotFollowed() async throws {
    try await withFolder { folder in
      let (one, other) = (folder.appending(path: "one.json"), folder.appending(path: "other.json"))
      let path = folder.appending(path: "tokens.json")
      try link(path, to: one)
      try await LockedFile.withLock(at: path.path) { file in
        try FileManager.default.removeItem(at: path)
        try link(path, to: other)
        try file.replace(with: Data("new".utf8))
        #expect(try file.contents() == Data("new".utf8))
        // A link that is planted in the file's place is neither read nor written through.
        try FileManager.default.removeItem(at: one)
        try Data("precious".utf8).write(to: other)
        try link(one, to: other)
        #expect(throws: PrivateFile.Failure.self) { try file.contents() }
        try file.replace(with: Data("newer".utf8))
      }
      #expect(try Data(contentsOf: other) == Data("precious".utf8))
      #expect(try Data(contentsOf: one) == Data("newer".utf8))
      #expect(FileManager.default.fileExists(atPath: one.path + ".lock"))
      #expect(!FileManager.default.fileExists(atPath: other.path + ".lock"))
    }
  }

  @Test func usersOfALinkAndOfItsTargetShareALock() async throws {
    try await withFolder { folder in
      let target = folder.appending(path: "real/count")
      let path = folder.appending(path: "link")
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: false)
      try link(path, to: target)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 {
          let name = number.isMultiple(of: 2) ? path.path : target.path
          group.addTask {
            try await LockedFile.withLock(at: name) { file in
              let count = try file.contents().flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
              try file.replace(with: Data("\(count + 1)".utf8), durably: false)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try String(contentsOf: target, encoding: .utf8) == "200")
    }
  }

  @Test(arguments: ["tokens.json", "tokens.json.lock", "tokens.json.refresh.lock"])
  func fifoIsAnErrorAndDoesNotBlock(name: String) async throws {
    try await withFolder { folder in
      let store = FileTokenStore(file: folder.appending(path: "tokens.json"))
      #expect(mkfifo(folder.appending(path: name).path, 0o600) == 0)
      let error = try await oauthError {
        _ = try await store.load()
        _ = try await store.save(.held(), replacing: nil)
        try await store.beginExclusiveAccess()
      }
      #expect(error.code == .storage)
      #expect(error.message.contains("not a regular file"))
      #expect(!error.message.contains("token-"))
      // A FIFO in the file's place can be removed.
      if name == "tokens.json" {
        try await store.clear()
        #expect(try await store.load() == nil)
      }
    }
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/dev/tty"])
  func deviceIsAnError(path: String) async throws {
    let store = FileTokenStore(file: URL(fileURLWithPath: path))
    #expect(try await oauthError { try await store.load() }.code == .storage)
  }

  @Test func clearWaitsForASave() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let store = FileTokenStore(file: file)
      try await store.replace(with: .held())
      let lock = try await FileLock.acquire(at: file.path + ".lock")
      let clearing = Task { try await store.clear() }
      let other = FileTokenStore(file: folder.appending(path: "other.json"))
      for number in 0..<20 { try await other.replace(with: OAuthCredentials(accessToken: "B\(number)")) }
      #expect(FileManager.default.fileExists(atPath: file.path))
      lock.release()
      try await clearing.value
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test func concurrentSaveDoesNotUndoAClear() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let (one, other) = (FileTokenStore(file: file), FileTokenStore(file: file))
      for round in 0..<300 {
        _ = try await one.save(OAuthCredentials(accessToken: "A", generation: 1), replacing: nil)
        async let saved = one.save(OAuthCredentials(accessToken: "B", generation: 2), replacing: 1)
        async let cleared: Void = other.clear()
        _ = try await (saved, cleared)
        guard try await other.load() == nil else {
          Issue.record("round \(round)")
          return
        }
      }
    }
  }

  @Test func lockIsWaitedForUpToATimeout() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let store = FileTokenStore(file: file, lockTimeout: .milliseconds(30))
      for name in ["lock", "refresh.lock"] {
        let lock = try await FileLock.acquire(at: "\(file.path).\(name)")
        let error = try await oauthError {
          _ = try await store.save(.held(), replacing: nil)
          try await store.beginExclusiveAccess()
        }
        lock.release()
        #expect(error.code == .storage)
        #expect(error.message.contains("another process holds the lock"))
        try await store.clear()
      }
      try await store.beginExclusiveAccess()
      await store.endExclusiveAccess()
    }
  }

  @Test(arguments: [Duration.zero, .seconds(Int64.min), .seconds(Int64.max), .nanoseconds(1)])
  func extremeTimeoutsDoNotTrap(timeout: Duration) async throws {
    try await withFolder { folder in
      let path = folder.appending(path: "a.lock").path
      let lock = try await FileLock.acquire(at: path, maximumWait: timeout)
      if timeout < .seconds(1) {
        await #expect(throws: PrivateFile.Failure.self) { try await FileLock.acquire(at: path, maximumWait: timeout) }
      }
      lock.release()
    }
  }

  /// A token file with one member changed, and whether the file is valid.
  static let extremes: [(String, String, Bool)] =
    ["issued_at", "expires_at", "refresh_started_at", "response_lost_at"].flatMap { name in
      [
        (name, "1e30", true), (name, "-1e300", true), (name, "1e308", true), (name, "0", true),
        (name, "-9223372036854775808", true), (name, "9223372036854775807", true), (name, "null", true),
        (name, "\"NaN\"", false), (name, "[]", false),
      ]
    } + [
      ("generation", "9223372036854775807", true), ("generation", "-9223372036854775808", true),
      ("generation", "9223372036854775808", false), ("generation", "1e30", false), ("generation", "0.5", false),
    ]

  @Test(arguments: extremes)
  func extremeNumbersDoNotTrap(name: String, value: String, isValid: Bool) async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      var members = [
        "access_token": "\"A\"", "refresh_token": "\"R\"", "expires_at": "1800000000", "generation": "1",
      ]
      members[name] = value
      let text = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
      try Data(text.utf8).write(to: file)
      let clock = LeapClock()
      let store = FileTokenStore(file: file)
      let source = TokenSource(
        client: .confidential, transport: TokenServer(), store: store, time: clock.timeSource)
      let events = await source.events()
      let first = await Task { try await source.accessToken() }.result
      guard isValid else {
        #expect(throws: OAuthError.self) { try first.get() }
        return
      }
      if let token = try? first.get() { _ = try? await source.accessToken(replacing: token) }
      let held = try await source.currentCredentials()
      #expect(!allDescriptions(held as Any).isEmpty)
      let pair = try #require(try await store.load())
      #expect(try await store.replace(with: OAuthCredentials(accessToken: "B")).generation >= pair.generation)
      withExtendedLifetime(events) {}
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func extremeDatesOfCallersDoNotTrap(seconds: Double) async throws {
    let date = Date(timeIntervalSince1970: seconds)
    let pair = OAuthCredentials(
      accessToken: "A", refreshToken: "R", expiresAt: date, generation: .max, issuedAt: date, refreshStartedAt: date,
      responseLostAt: nil)
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: MemoryTokenStore(pair), time: LeapClock().timeSource,
      refreshAhead: .seconds(Int64.max))
    let events = await source.events()
    let token = try await source.accessToken()
    #expect(try await source.accessToken(replacing: token) != token)
    #expect(!allDescriptions(pair).isEmpty)
    withExtendedLifetime(events) {}
    // What cannot be written as JSON is an error.
    try await withFolder { folder in
      let store = FileTokenStore(file: folder.appending(path: "tokens.json"))
      guard seconds.isFinite == false else { return }
      let error = try await oauthError { try await store.save(pair, replacing: nil) }
      #expect(error.code == .storage)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, -1])
  func extremeClocksDoNotTrap(seconds: Double) async throws {
    let time = TimeSource(clock: LeapClock()) { Date(timeIntervalSince1970: seconds) }
    let tokens = TokenClient(client: .confidential, transport: TokenServer(), time: time)
    let pair = try await tokens.exchange(code: "c")
    #expect((0...253_402_300_799).contains(pair.generation))
    let source = TokenSource(
      client: .confidential, transport: TokenServer(), store: MemoryTokenStore(pair), time: time)
    let events = await source.events()
    _ = try? await source.accessToken()
    withExtendedLifetime(events) {}
  }

  @Test(arguments: ["1e400", "1e300", "-1e300", "9223372036854775808", "\"1e309\"", "0"])
  func extremeLifetimesHaveTheDefault(lifetime: String) async throws {
    let clock = LeapClock()
    let server = TokenServer(script: [{ _ in .json(#"{"access_token":"A","expires_in":\#(lifetime)}"#) }])
    let tokens = TokenClient(client: .confidential, transport: server, time: clock.timeSource)
    if let pair = try? await tokens.exchange(code: "c") {
      #expect(pair.expiresAt == LeapClock.start.addingTimeInterval(86_400))
    }
  }

  @Test(arguments: ["[", #"{"a":"#, #"{"access_token":"#])
  func deeplyNestedFileIsDamaged(opening: String) async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      for text in [String(repeating: opening, count: 50_000), "\"\\\"" + String(repeating: opening, count: 200)] {
        try Data(text.utf8).write(to: file)
        let error = try await oauthError { try await FileTokenStore(file: file).load() }
        #expect(error.code == .storage && error.message.contains("damaged"))
      }
    }
  }

  /// Foundation's decoder also reads UTF-16, in which single bytes do not show the nesting.
  @Test func nestingInUTF16IsDamaged() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "tokens.json")
      let text = #"{"∀":"# + String(repeating: "[", count: 400) + String(repeating: "]", count: 400) + "}"
      for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
        try #require(text.data(using: encoding)).write(to: file)
        #expect(try await oauthError { try await FileTokenStore(file: file).load() }.code == .storage)
      }
    }
  }
}
