import ConstantContactAuth
import ConstantContactTransport
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Token files, and links in their directory, that were not written by the store.
@Suite(.timeLimit(.minutes(5)))
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
      for round in 0..<100 {
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
}
