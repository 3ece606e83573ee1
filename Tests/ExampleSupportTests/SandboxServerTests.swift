import ConstantContactTesting
import Foundation
import SandboxServer
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The sandbox over real sockets: its page, its log, and requests that no client should send.
@Suite struct SandboxServerTests {
  /// Sends bytes to the server and returns what it sends back until it closes the connection or five seconds pass.
  private static func exchange(_ text: String, port: UInt16) async -> String {
    // Blocking calls would starve the server, which runs on the cooperative threads and on Dispatch's.
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: blockingExchange(text, port: port)) }
    }
  }

  private static func blockingExchange(_ text: String, port: UInt16) -> String {
    #if canImport(Glibc)
    let type = Int32(SOCK_STREAM.rawValue)
    #else
    let type = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, type, 0)
    defer { close(descriptor) }
    var timeout = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return "" }
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
    _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    #else
    _ = send(descriptor, bytes, bytes.count, 0)
    #endif
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: received, as: UTF8.self) }
      received += buffer.prefix(count)
    }
  }

  private static func get(_ target: String, host: String = "127.0.0.1") -> String {
    "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer token\r\nConnection: close\r\n\r\n"
  }

  private func serve(
    log: (@Sendable (String) -> Void)? = nil, _ body: (UInt16) async throws -> Void
  ) async throws {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = 1_000_000
    let fake = FakeConstantContact(configuration)
    await fake.acceptAccessToken("token")
    let server = SandboxServer(fake, log: log)
    try await server.start()
    let port = try #require(await server.url?.port)
    try await body(UInt16(port))
    await server.stop()
  }

  @Test func rootIsAPageThatListsTheOperations() async throws {
    try await serve { port in
      let page = await Self.exchange(Self.get("/"), port: port)
      #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("<h1>Constant Contact sandbox</h1>"))
      for operation in FakeConstantContact.operations {
        #expect(page.contains("<code>\(operation.method) /v3\(operation.path)</code>"))
      }
    }
  }

  @Test func rootCountsWhatTheAccountHoldsAndDumpsIt() async throws {
    try await serve { port in
      let body = #"{"name":"News"}"#
      let create =
        "POST /v3/contact_lists HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token\r\n"
        + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body
      #expect(await Self.exchange(create, port: port).hasPrefix("HTTP/1.1 201 "))
      let page = await Self.exchange(Self.get("/"), port: port)
      #expect(page.contains("<td>lists</td><td class=\"count\">1</td>"))
      #expect(page.contains("<td>contacts</td><td class=\"count\">0</td>"))
      #expect(!page.contains("src=") && !page.contains("http://") && !page.contains("https://"))
      let dump = await Self.exchange(Self.get("/sandbox/dump"), port: port)
      #expect(dump.hasPrefix("HTTP/1.1 200 ") && dump.contains(#""name":"News""#))
    }
  }

  @Test func logHasTemplatesInsteadOfPaths() async throws {
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    try await serve(log: { continuation.yield($0) }) { port in
      for target in [
        "/v3/contacts/ann@example.com", "/v3/contacts/counts", "/v3/ann@example.com", "/ann@example.com",
        "/v3/contacts?ann@example.com", "/sandbox/dump", "/v3/events/ann@example.com/copy",
      ] { _ = await Self.exchange(Self.get(target), port: port) }
    }
    continuation.finish()
    var all: [String] = []
    for await line in lines { all.append(line.split(separator: " ").prefix(3).joined(separator: " ")) }
    #expect(!all.joined().contains("ann"))
    #expect(
      all == [
        "GET /v3/contacts/{contact_id} 404", "GET /v3/contacts/counts 200", "GET /v3/(unknown path)",
        "GET (unknown path)", "GET /v3/contacts?? 400", "GET /sandbox/dump 200", "GET /v3/events/{event_id}/copy 403",
      ])
  }

  @Test func logHasOneLineForEachRequestWithoutValues() async throws {
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    try await serve(log: { continuation.yield($0) }) { port in
      _ = await Self.exchange(Self.get("/v3/contacts?email=ann%40example.com&status=all"), port: port)
      _ = await Self.exchange(Self.get("/v3/emails\u{1B}[2J"), port: port)
    }
    continuation.finish()
    var all: [String] = []
    for await line in lines { all.append(line) }
    // The server refuses the second request, whose target contains a control character, before it is handled.
    #expect(all.count == 1)
    #expect(all.first?.hasPrefix("GET /v3/contacts?email&status 200 ") == true)
    #expect(!all.joined().contains("ann") && !all.joined().contains("\u{1B}"))
  }

  @Test(arguments: [
    (get("/v3/contacts?email=%ZZ"), "400"), (get("/v3/contacts?limit=999999999999999999999"), "400"),
    (get("/v3/contacts", host: "evil.example.com"), "400"), (get("/v3/contacts", host: "a b"), "400"),
    (get("v3/contacts"), "400"),
    (get("http://127.0.0.1/v3/contacts"), "400"), (get("/v3/nothing"), "501"), (get("/elsewhere"), "403"),
    (get("/v3/contacts/%2F%2F"), "404"),
    (get("/v3/contacts", host: "127.0.0.1:99999999999999999999"), "400"),
    (get("/v3/contacts", host: "127.0.0.1:99999"), "400"), (get("/v3/contacts", host: "127.0.0.1:-1"), "400"),
    (get("/v3/contacts", host: "127.0.0.1:"), "200"), (get("/v3/contacts", host: "[::1]:8080"), "200"),
    (get("/v3/contacts", host: "[::1"), "400"), (get("/v3/contacts", host: "127.0.0.1\r\nHost: localhost"), "400"),
    ("BREW /v3/contacts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token\r\n\r\n", "405"),
    ("POST /v3/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", ""), ("\r\n\r\n", ""),
  ])
  func hostileRequestsGetAnErrorAndTheServerGoesOn(request: String, status: String) async throws {
    try await serve { port in
      let response = await Self.exchange(request, port: port)
      #expect(status.isEmpty || response.hasPrefix("HTTP/1.1 \(status) "), "\(response.prefix(100))")
      #expect(await Self.exchange(Self.get("/v3/contacts"), port: port).hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test func bodiesAreReadNoFurtherThanTheLimit() async throws {
    try await serve { port in
      let size = 12 * 1_024 * 1_024
      let head =
        "POST /v3/contacts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token\r\nContent-Length: \(size)\r\n\r\n"
      let response = await Self.exchange(head + String(repeating: "x", count: size), port: port)
      // The server may close the connection before the client has read the response.
      #expect(response.isEmpty || response.hasPrefix("HTTP/1.1 413 "))
      #expect(await Self.exchange(Self.get("/v3/contacts"), port: port).hasPrefix("HTTP/1.1 200 "))
    }
  }
}
