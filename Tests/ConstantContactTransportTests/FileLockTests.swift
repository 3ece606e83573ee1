import ConstantContactTransport
import Foundation
import Testing

@Suite struct FileLockTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "file-lock-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "sub/a.lock").path(percentEncoded: false) }

  @Test func lockHasOneHolderAtATime() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = path
    let file = folder.appending(path: "count")
    try await withThrowingTaskGroup { group in
      for _ in 0..<40 {
        group.addTask {
          let lock = try await FileLock.acquire(at: path)
          defer { lock.release() }
          // Read, yield, write: without the lock, most increments are lost.
          let count = (try? String(contentsOf: file, encoding: .utf8)).flatMap(Int.init) ?? 0
          await Task.yield()
          try String(count + 1).write(to: file, atomically: true, encoding: .utf8)
        }
      }
      try await group.waitForAll()
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "40")
  }

  @Test func cancelledWaiterDoesNotTakeTheLock() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = path
    let held = try await FileLock.acquire(at: path)
    let waiting = Task { try await FileLock.acquire(at: path) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    held.release()
    try await FileLock.acquire(at: path).release()
  }

  @Test func failureHasAReasonButNoPath() async {
    await #expect {
      try await FileLock.acquire(at: "/dev/null/secret-name.lock")
    } throws: { error in
      "\(error)".contains("not a directory") && !"\(error)".contains("secret-name")
    }
  }

  @Test func fileAndDirectoryArePrivate() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await FileLock.acquire(at: path).release()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.path(percentEncoded: false)) == 0o700)
  }
}
