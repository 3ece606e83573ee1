#if AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

@Suite struct FileTests {
  let transport = AsyncHTTPClientTransport.shared
  let file = FileManager.default.temporaryDirectory.appending(path: "transport-\(UUID().uuidString)")

  @Test func downloadsAreReadableByTheirOwnerOnly() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na".utf8))] }
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try await transport.download(TransportRequest(method: .get, url: base), to: file)
    await server.stop()
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func failedDownloadsRemoveTheirFile() async throws {
    let server = RawServer()
    let base = try await server.start { _ in
      [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8)), .close]
    }
    try Data("old".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    await #expect(throws: TransportError.self) {
      try await transport.download(TransportRequest(method: .get, url: base), to: file)
    }
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func filesOfEverySizeAreSent(size: Int) async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))] }
    let body = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try body.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try await transport.send(TransportRequest(method: .post, url: base, body: .file(file)))
    let received = await server.received()
    await server.stop()
    #expect(received.map(\.headers["Content-Length"]) == ["\(size)"])
    #expect(received.first?.body == body)
  }

  /// The file is larger than all buffers between the client and the server.
  @Test func truncatedFileFailsTheRequest() async throws {
    let server = RawServer()
    let file = file
    let base = try await server.start { _ in [.hang] }
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 4 << 30)
    defer { try? FileManager.default.removeItem(at: file) }
    let call = Task {
      try await transport.send(TransportRequest(method: .post, url: base, body: .file(file)))
    }
    while await server.connections == 0 { await Task.yield() }
    try handle.truncate(atOffset: 0)
    let error = await #expect(throws: TransportError.self) { try await call.value }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .uncertain)
    await server.stop()
  }

  /// Opening a named pipe would block the thread until a writer opens it.
  @Test(.timeLimit(.minutes(5)))
  func namedPipesAreRefusedAsBodies() async throws {
    #expect(mkfifo(file.path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(at: file) }
    let url = try #require(URL(string: "http://127.0.0.1:9"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .post, url: url, body: .file(file)))
    }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .notSent)
  }

  @Test func foldersAreRefusedAsBodies() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.close] }
    let error = await #expect(throws: TransportError.self) {
      let folder = FileManager.default.temporaryDirectory
      _ = try await transport.send(TransportRequest(method: .post, url: base, body: .file(folder)))
    }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .notSent)
    #expect(await server.received().isEmpty)
    await server.stop()
  }
}
#endif
