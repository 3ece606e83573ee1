import ConstantContactTransport
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Downloads of transports without an implementation of their own.
@Suite final class DownloadFileTests {
  private let directory = FileManager.default.temporaryDirectory.appending(path: "download-\(UUID().uuidString)")
  private var file: URL { directory.appending(path: "export.csv") }

  init() throws { try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: directory) }

  private struct MemoryTransport: HTTPTransport {
    var error: TransportError?

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      if let error { throw error }
      return TransportResponse(status: 200, body: Data("abc".utf8))
    }
  }

  private let request = TransportRequest(method: .get, url: .example)

  private func mode() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
  }

  @Test func newFileIsPrivate() async throws {
    let head = try await MemoryTransport().download(request, to: file)
    #expect(head.status == 200)
    #expect(try Data(contentsOf: file) == Data("abc".utf8))
    #expect(try mode() == 0o600)
  }

  @Test func existingFileIsReplacedAndBecomesPrivate() async throws {
    try Data("a longer text".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    _ = try await MemoryTransport().download(request, to: file)
    #expect(try Data(contentsOf: file) == Data("abc".utf8))
    #expect(try mode() == 0o600)
  }

  @Test func failureRemovesTheFile() async throws {
    await #expect(throws: TransportError.self) {
      try await MemoryTransport(error: .timedOut(.uncertain)).download(request, to: file)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
  }

  @Test func missingDirectoryIsAFailureOfTheFileSystem() async {
    let error = await #expect(throws: TransportError.self) {
      try await MemoryTransport().download(request, to: file.appending(path: "missing"))
    }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .notSent)
  }

  /// Opening a named pipe would block the thread until a reader opens it.
  @Test(.timeLimit(.minutes(5)))
  func linksPipesAndDirectoriesAreRefused() async throws {
    let target = directory.appending(path: "target")
    try Data("old".utf8).write(to: target)
    let link = directory.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    let pipe = directory.appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    for url in [link, pipe, directory] {
      let error = await #expect(throws: TransportError.self) { try await MemoryTransport().download(request, to: url) }
      #expect(error?.code == .fileSystem)
    }
    #expect(try Data(contentsOf: target) == Data("old".utf8))
  }

  @Test func newFilesAreCreatedExclusively() throws {
    try DownloadFile.create(at: file)
    #expect(try mode() == 0o600)
    #expect(throws: TransportError.self) { try DownloadFile.create(at: file) }
    DownloadFile.remove(file)
    DownloadFile.remove(file)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
  }
}
