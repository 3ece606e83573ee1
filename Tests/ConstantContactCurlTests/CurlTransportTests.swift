#if os(Linux)
import ConstantContactCurl
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

@Suite struct CurlTransportTests {
  let transport = CurlTransport.shared

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
    #expect(
      received.map { $0.headers.fields.map { $0.name.lowercased() }.sorted() } == [
        ["accept-encoding", "content-length", "host", "user-agent"], ["accept-encoding", "host", "user-agent"],
      ])
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

  @Test func encodedBodiesAreKeptWhenTheRequestNamesItsEncodings() async throws {
    let server = RawServer()
    let base = try await server.start { _ in
      [.send(Data("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc".utf8))]
    }
    let response = try await transport.send(
      TransportRequest(method: .get, url: base, headers: ["Accept-Encoding": "gzip"]))
    await server.stop()
    #expect(response.body == Data("abc".utf8))
    #expect(response.headers["Content-Encoding"] == "gzip")
  }

  @Test func headersAreReadAsUTF8OrLatin1() async throws {
    let server = RawServer()
    let base = try await server.start { _ in
      [.send(Data("HTTP/1.1 204 No\r\nX-One: Zo\u{EB}\r\nX-Two: Zo".utf8) + [0xEB] + Data("\r\n\r\n".utf8))]
    }
    let response = try await transport.send(TransportRequest(method: .get, url: base))
    await server.stop()
    #expect(response.headers["X-One"] == "Zo\u{EB}")
    #expect(response.headers["X-Two"] == "Zo\u{EB}")
  }

  @Test func headRequestsHaveNoBody() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".utf8))] }
    let head = TransportRequest(method: TransportMethod(rawValue: "HEAD"), url: base, timeout: .seconds(120))
    let response = try await transport.send(head)
    #expect(response.status == 200)
    #expect(response.body.isEmpty)
    let withBody = TransportRequest(method: head.method, url: base, body: .bytes(Data("x".utf8)))
    let error = await #expect(throws: TransportError.self) { try await transport.send(withBody) }
    #expect(error?.code == .invalidRequest)
    #expect(error?.delivery == .notSent)
    await server.stop()
  }

  @Test func limitOfTheResponseIsExact() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde".utf8))] }
    let request = TransportRequest(method: .get, url: base)
    let response = try await CurlTransport(maximumResponseSize: 5).send(request)
    #expect(response.body.count == 5)
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(maximumResponseSize: 4).send(request)
    }
    #expect(error?.code == .responseTooLarge)
    #expect(error?.delivery == .delivered)
    await server.stop()
  }

  /// Only libcurl 7.80 or later tells whether it has begun to send.
  @Test func requestsWithoutAConnectionAreNotSent() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.hang] }
    // These take all the connections that the transport opens to a host.
    let occupants = (0..<32).map { _ in
      Task { try await transport.send(TransportRequest(method: .post, url: base, timeout: .seconds(600))) }
    }
    while await server.received().count < 32 { await Task.yield() }
    for _ in 0..<8 {
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(method: .post, url: base, timeout: .milliseconds(50)))
      }
      #expect(error?.code == .timedOut)
      #expect(error?.delivery == .notSent)
    }
    #expect(await server.received().count == 32)
    for occupant in occupants {
      occupant.cancel()
      await #expect(throws: CancellationError.self) { try await occupant.value }
    }
    await server.stop()
  }

  @Test func timeoutOfTheHandshakeMeansNotSent() async throws {
    let server = try SilentServer()
    let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .post, url: url, timeout: .milliseconds(500)))
    }
    server.stop()
    #expect(error?.code == .timedOut)
    #expect(error?.delivery == .notSent)
  }

  @Test func versionIsThatOfTheLibrary() throws {
    #expect(CurlTransport.isAvailable)
    let version = try #require(CurlTransport.libraryVersion)
    #expect(version.contains(/^[78]\.\d+\.\d+$/))
    // The script that tests other versions names the one it expects.
    if let expected = ProcessInfo.processInfo.environment["EXPECTED_LIBCURL"] { #expect(version == expected) }
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
#endif
