import ConstantContactAuth
import Foundation
import Testing

struct FileTokenStoreTests {
  private func withFile(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "token-store-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.appending(path: "deep/er/tokens.json"))
  }

  private func mode(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func neighbours(_ file: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
  }

  private let pair = OAuthCredentials(
    accessToken: "A/1",
    refreshToken: "R+1",
    expiresAt: Date(timeIntervalSince1970: 1_800_000_000.25),
    scopes: [.contactData, .offlineAccess],
    generation: 1
  )

  @Test func savedCredentialsAreLoadedByAnotherStore() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      #expect(try await store.load() == nil)
      #expect(try await store.save(pair, replacing: nil))
      #expect(try await FileTokenStore(file: file).load() == pair)
      let bare = OAuthCredentials(accessToken: "A", generation: 2)
      #expect(try await store.save(bare, replacing: 1))
      #expect(try await FileTokenStore(file: file).load() == bare)
      try await store.clear()
      try await store.clear()
      #expect(try await store.load() == nil)
    }
  }

  @Test func fileAndDirectoryArePrivate() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      _ = try await store.save(pair, replacing: nil)
      #expect(try mode(file) == 0o600)
      #expect(try mode(file.deletingLastPathComponent()) == 0o700)
      #expect(try mode(file.deletingLastPathComponent().deletingLastPathComponent()) == 0o700)
      #expect(try Set(neighbours(file)) == ["tokens.json", "tokens.json.lock"])
    }
  }

  @Test func widerModeIsReadAndCorrected() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      _ = try await store.save(pair, replacing: nil)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
      #expect(try await store.load() == pair)
      _ = try await store.save(pair, replacing: 1)
      #expect(try mode(file) == 0o600)
    }
  }

  @Test func saveRequiresTheExpectedGeneration() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      #expect(try await store.save(pair, replacing: 0) == false)
      #expect(try await store.save(pair, replacing: nil))
      #expect(try await store.save(OAuthCredentials(accessToken: "B"), replacing: nil) == false)
      #expect(try await store.save(OAuthCredentials(accessToken: "B"), replacing: 3) == false)
      #expect(try await store.load() == pair)
      let new = try await store.replace(with: OAuthCredentials(accessToken: "B"))
      #expect(new.generation == 2)
      #expect(try await store.load() == new)
    }
  }

  // An open file keeps its content: the new one is another file with the same name.
  @Test func saveReplacesTheFile() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      _ = try await store.save(pair, replacing: nil)
      let before = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? UInt64
      let reader = try FileHandle(forReadingFrom: file)
      _ = try await store.save(OAuthCredentials(accessToken: "B", generation: 2), replacing: 1)
      let after = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? UInt64
      #expect(before != after)
      let old = try #require(try reader.readToEnd())
      #expect(try JSONDecoder().decode(OAuthCredentials.self, from: old) == pair)
    }
  }

  @Test(arguments: ["", "{\"access_token\":\"S3cr", "[]", "{\"refresh_token\":\"S3cret\"}"])
  func damagedFileIsAnErrorAndStaysUnchanged(_ content: String) async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      _ = try await store.save(pair, replacing: nil)
      try Data(content.utf8).write(to: file)
      let loading = try await oauthError { try await store.load() }
      let saving = try await oauthError { try await store.save(pair, replacing: 1) }
      for error in [loading, saving] {
        #expect(error.code == .storage)
        #expect(error.message.contains("damaged"))
        #expect(!allDescriptions(error).contains("S3cr"))
      }
      #expect(try Data(contentsOf: file) == Data(content.utf8))
      try await store.clear()
      #expect(try await store.load() == nil)
    }
  }

  @Test func unwritablePathIsAStorageError() async throws {
    try await withFile { file in
      _ = try await FileTokenStore(file: file).save(pair, replacing: nil)
      // A component of the path is a file.
      let store = FileTokenStore(file: file.appending(path: "tokens.json"))
      let error = try await oauthError { try await store.save(pair, replacing: nil) }
      #expect(error.code == .storage)
      // The path is a directory, in which no file must be left.
      let folder = file.deletingLastPathComponent().appending(path: "folder", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let other = try await oauthError { try await FileTokenStore(file: folder).save(pair, replacing: nil) }
      #expect(other.code == .storage)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test func oneOfManyConcurrentSavesSucceeds() async throws {
    try await withFile { file in
      let store = FileTokenStore(file: file)
      let won = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<50 {
          group.addTask {
            try await store.save(OAuthCredentials(accessToken: "A\(number)", generation: number), replacing: nil)
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(won == 1)
    }
  }
}
