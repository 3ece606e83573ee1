#if AsyncHTTPClient
import AsyncHTTPClient
import ConstantContactAsyncHTTPClient
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

@Suite struct AsyncHTTPClientTransportTests {
  let transport = AsyncHTTPClientTransport.shared

  @Test func addedHeaderFields() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))] }
    _ = try await transport.send(TransportRequest(method: .post, url: base, body: .bytes(Data("x".utf8))))
    _ = try await transport.send(TransportRequest(method: .get, url: base, headers: ["user-agent": "mine"]))
    let received = await server.received()
    await server.stop()
    #expect(
      received.map { $0.headers.fields.map(\.name.localizedLowercase).sorted() } == [
        ["content-length", "host", "user-agent"], ["host", "user-agent"],
      ])
    #expect(received.map { $0.headers["User-Agent"] } == ["ConstantContactKit", "mine"])
  }

  @Test func bodiesAreNotDecompressed() async throws {
    let server = RawServer()
    let base = try await server.start { _ in
      [.send(Data("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc".utf8))]
    }
    let response = try await transport.send(TransportRequest(method: .get, url: base))
    await server.stop()
    #expect(response.body == Data("abc".utf8))
    #expect(response.headers["Content-Encoding"] == "gzip")
  }

  @Test func clientsThatFollowRedirectsAreRefused() async throws {
    let server = RawServer()
    let base = try await server.start { request in
      request.target == "/new"
        ? [.send(Data("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))]
        : [.send(Data("HTTP/1.1 302 Found\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n".utf8))]
    }
    try await withClient(HTTPClient.Configuration()) { client in
      let error = await #expect(throws: TransportError.self) {
        try await AsyncHTTPClientTransport(client: client).send(TransportRequest(method: .get, url: base))
      }
      #expect(error?.code == .invalidRequest)
      #expect(error?.delivery == .uncertain)
    }
    await server.stop()
  }

  @Test func proxyOfTheClientIsUsed() async throws {
    let proxy = RawServer()
    let base = try await proxy.start { request in
      [.send(Data("HTTP/1.1 \(request.method == "CONNECT" ? "200 OK" : "204 No Content")\r\n\r\n".utf8))]
    }
    var configuration = AsyncHTTPClientTransport.configuration
    configuration.proxy = .server(host: "127.0.0.1", port: try #require(base.port))
    try await withClient(configuration) { client in
      let url = try #require(URL(string: "http://localhost:9/v3/contacts"))
      let response = try await AsyncHTTPClientTransport(client: client).send(TransportRequest(method: .get, url: url))
      #expect(response.status == 204)
    }
    #expect(await proxy.received().map(\.target) == ["localhost:9", "/v3/contacts"])
    await proxy.stop()
  }

  @Test(arguments: ["407 Proxy Authentication Required", "502 Bad Gateway"])
  func refusalOfTheProxyMeansNotSent(status: String) async throws {
    let proxy = RawServer()
    let base = try await proxy.start { _ in [.send(Data("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n".utf8))] }
    var configuration = AsyncHTTPClientTransport.configuration
    configuration.proxy = .server(host: "127.0.0.1", port: try #require(base.port))
    try await withClient(configuration) { client in
      let url = try #require(URL(string: "http://localhost:9/v3/contacts"))
      let error = await #expect(throws: TransportError.self) {
        try await AsyncHTTPClientTransport(client: client).send(TransportRequest(method: .post, url: url))
      }
      #expect(error?.code == .cannotConnect)
      #expect(error?.delivery == .notSent)
    }
    #expect(await proxy.received().map(\.method) == ["CONNECT"])
    await proxy.stop()
  }

  @Test func clientAfterShutdownSendsNothing() async throws {
    let client = HTTPClient(configuration: AsyncHTTPClientTransport.configuration)
    try await client.shutdown()
    let url = try #require(URL(string: "http://127.0.0.1:9"))
    let error = await #expect(throws: TransportError.self) {
      try await AsyncHTTPClientTransport(client: client).send(TransportRequest(method: .get, url: url))
    }
    #expect(error?.code == .other)
    #expect(error?.delivery == .notSent)
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

  @Test func errorsHideTheURL() async throws {
    let server = RawServer()
    let base = try await server.start { _ in [.close] }
    await server.stop()
    let url = try #require(URL(string: base.absoluteString + "/v3/contacts?email=ann%40example.com"))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(method: .get, url: url))
    }
    var dumped = ""
    dump(error, to: &dumped)
    #expect(error?.cause != nil)
    #expect(!dumped.contains("example"))
    #expect(!String(reflecting: error).contains("127.0.0.1"))
  }

  @Test func clientHasNoTracer() {
    #expect(AsyncHTTPClientTransport.configuration.tracing.tracer == nil)
  }

  /// Runs code with a client and shuts it down; deallocating a running client ends the process.
  private func withClient(
    _ configuration: HTTPClient.Configuration,
    _ body: (HTTPClient) async throws -> Void
  ) async throws {
    let client = HTTPClient(configuration: configuration)
    do {
      try await body(client)
    } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }
}
#endif
