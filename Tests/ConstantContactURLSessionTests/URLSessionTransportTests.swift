import ConstantContactTesting
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

@testable import ConstantContactURLSession

@Suite struct URLSessionTransportTests {
  let transport = URLSessionTransport.shared

  @Test(arguments: ["Basic realm=\"api\"", "Digest realm=\"api\", nonce=\"1\"", "Bearer", "Negotiate"])
  func responsesWithChallengesKeepTheirBody(challenge: String) async throws {
    let server = RawServer()
    let base = try await server.start { _ in
      let head = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: \(challenge)\r\nContent-Length: 5\r\n\r\n"
      return [.send(Data((head + "[{1}]").utf8))]
    }
    let response = try await transport.send(TransportRequest(method: .get, url: base))
    #expect(response.status == 401)
    #expect(response.body == Data("[{1}]".utf8))
    await server.stop()
  }

  @Test func addedHeaderFields() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))] }
    _ = try await transport.send(TransportRequest(method: .post, url: base, body: .bytes(Data("x".utf8))))
    _ = try await transport.send(TransportRequest(method: .get, url: base, headers: ["user-agent": "mine"]))
    let received = await server.received()
    await server.stop()
    #expect(received.map { $0.headers["User-Agent"] } == ["ConstantContactKit", "mine"])
    #expect(received.map { $0.headers["Content-Type"] } == ["application/octet-stream", nil])
    let known = ["host", "accept", "accept-encoding", "accept-language", "connection", "user-agent"]
    #expect(Set(received[1].headers.fields.map { $0.name.lowercased() }).isSubset(of: known))
  }

  @Test func downloadsAreReadableByTheirOwnerOnly() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na".utf8))] }
    let file = FileManager.default.temporaryDirectory.appending(path: "download-\(UUID().uuidString)")
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
    let file = FileManager.default.temporaryDirectory.appending(path: "download-\(UUID().uuidString)")
    try Data("old".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    await #expect(throws: TransportError.self) {
      try await transport.download(TransportRequest(method: .get, url: base), to: file)
    }
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test(arguments: [Duration.zero, .seconds(-1)])
  func zeroAndNegativeTimeoutsSendNothing(timeout: Duration) async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.close] }
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .get, url: base, timeout: timeout))
    }
    #expect(error?.code == .timedOut)
    #expect(error?.delivery == .notSent)
    #expect(await server.received().isEmpty)
    await server.stop()
  }

  @Test func systemTimeoutIsLaterThanTheTransports() {
    #expect(URLSessionTransport.systemTimeout(for: .milliseconds(1)) == 2)
    #expect(URLSessionTransport.systemTimeout(for: .milliseconds(500)) == 2)
    #expect(URLSessionTransport.systemTimeout(for: .milliseconds(1900)) == 3)
    #expect(URLSessionTransport.systemTimeout(for: .seconds(60)) == 62)
    #expect(URLSessionTransport.systemTimeout(for: .seconds(Int64.max)) == 31_536_002)
    #expect(URLSessionTransport.systemTimeout(for: .seconds(Int64.max) * 15) == 31_536_002)
    #expect(URLSessionTransport.systemTimeout(for: .seconds(Int64.min)) == 2)
  }

  /// Opening a named pipe would block until a writer opens it.
  @Test(.timeLimit(.minutes(5)))
  func namedPipesAreRefusedAsBodies() async throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(at: pipe) }
    let url = try #require(URL(string: "http://127.0.0.1:9"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .post, url: url, body: .file(pipe)))
    }
    #expect(error?.code == .fileSystem)
    #expect(error?.delivery == .notSent)
  }

  @Test func errorsHideTheURL() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.close] }
    let url = try #require(URL(string: base.absoluteString + "/v3/contacts?email=ann%40example.com"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .get, url: url))
    }
    await server.stop()
    var dumped = ""
    dump(error, to: &dumped)
    #expect(error?.cause != nil)
    #expect(!dumped.contains("ann"))
    #expect(!String(reflecting: error).contains("127.0.0.1"))
  }
}
