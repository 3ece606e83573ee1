import ConstantContactKit
import ConstantContactTesting
import FlyingFox
import Foundation
import LoopbackServer
import Testing

@testable import LeadWebhook

/// The service behind real sockets.
@Suite(.serialized) struct ServerTests {
  private static let lead = #"{"email": "ann@example.com"}"#

  private func withServer(
    _ limits: LoopbackServer.Limits = .init(),
    _ body: (UInt16, LoopbackServer) async throws -> Void
  ) async throws {
    var configuration = FakeConstantContact.Configuration()
    configuration.requestsPerSecond = 10_000
    let account = FakeConstantContact(configuration)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("lead-webhook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let folder = try await ServiceFolder(url)
    defer { folder.release() }
    let service = LeadService(pusher: .init(try await account.client()), folder: folder)
    try await service.start()
    let handler = WebhookHandler(service: service, secret: WebhookSecret("0123456789abcdef"))
    let server = LoopbackServer(limits: limits, refuse: { handler.refusal(of: $0) }, handler: handler)
    try await server.start()
    let port = try #require(await server.port)
    try await body(port, server)
    await server.stop()
  }

  private func exchange(_ port: UInt16, _ text: String) async throws -> String {
    try await LoopbackConnection(port: port).exchange(text)
  }

  private func request(_ body: String = Self.lead, fields: [String] = []) -> String {
    let fields =
      [
        "Host: localhost", "Content-Type: application/json", "Authorization: Bearer 0123456789abcdef",
        "Content-Length: \(body.utf8.count)",
      ] + fields
    return "POST /leads HTTP/1.1\r\n" + fields.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  @Test func idleConnectionsDoNotStopTheService() async throws {
    try await withServer { port, server async throws in
      // One descriptor per connection on this side, and the server's own.
      try #require(LoopbackConnection.raiseDescriptorLimit(to: 4_096))
      var idle: [LoopbackConnection] = []
      for _ in 0..<1_100 { idle.append(try LoopbackConnection(port: port)) }
      let response = try await exchange(port, request())
      #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n") && response.contains("\r\nConnection: close\r\n"))
      // The limit holds: the server has closed the oldest.
      #expect(idle[0].isClosedByPeer())
      #expect(idle.prefix(1_100 - 256).allSatisfy { $0.isClosedByPeer() })
      #expect(await server.port == port)
    }
  }

  @Test func connectionsBeyondTheLimitWaitForBusyOnes() async throws {
    var limits = LoopbackServer.Limits()
    limits.connections = 2
    try await withServer(limits) { port, _ async throws in
      try await withThrowingTaskGroup(of: String.self) { group in
        for number in 0..<20 {
          group.addTask {
            let body = #"{"email": "ann-\#(number)@example.com"}"#
            return try await exchange(port, request(body))
          }
        }
        for try await response in group { #expect(response.hasPrefix("HTTP/1.1 200 ")) }
      }
    }
  }

  @Test func incompleteHeadsTimeOut() async throws {
    var limits = LoopbackServer.Limits()
    limits.headTime = .milliseconds(200)
    limits.bodyTime = .milliseconds(200)
    try await withServer(limits) { port, _ async throws in
      #expect(try await exchange(port, "").hasPrefix("HTTP/1.1 408 "))
      #expect(
        try await exchange(port, "POST /leads HTTP/1.1\r\nHost:").hasPrefix("HTTP/1.1 408 "))
      let withoutEnd = String(request().dropLast(5))
      #expect(try await exchange(port, withoutEnd).hasPrefix("HTTP/1.1 408 "))
    }
  }

  @Test func oversizedHeadsAreRefused() async throws {
    try await withServer { port, _ async throws in
      // Without an end, as long as the server reads.
      let long = "POST /leads HTTP/1.1\r\nX-Long: " + String(repeating: "a", count: 100_000)
      #expect(try await exchange(port, long).hasPrefix("HTTP/1.1 431 "))
      let line = "GET /" + String(repeating: "a", count: 100_000)
      #expect(try await exchange(port, line).hasPrefix("HTTP/1.1 431 "))
      let fields = (0..<200).map { "X-\($0): 1" }
      #expect(try await exchange(port, request(fields: fields)).hasPrefix("HTTP/1.1 431 "))
    }
  }

  @Test func oversizedBodiesAreRefused() async throws {
    var limits = LoopbackServer.Limits()
    limits.bodyBytes = 1_000_000
    try await withServer(limits) { port, _ async throws in
      let head = request("").replacingOccurrences(of: "Content-Length: 0", with: "Content-Length: 1000001")
      let response = try await exchange(port, head)
      #expect(response.hasPrefix("HTTP/1.1 413 ") && response.contains("body_too_large"))
      let huge = request("").replacingOccurrences(of: "Content-Length: 0", with: "Content-Length: \(Int.max)0")
      #expect(try await exchange(port, huge).hasPrefix("HTTP/1.1 400 "))
      let chunked = request("").replacingOccurrences(of: "Content-Length: 0", with: "Transfer-Encoding: chunked")
      #expect(try await exchange(port, chunked + "fffffff\r\n").hasPrefix("HTTP/1.1 413 "))
      for size in ["ffffffffffffffff", "", "-1", "xyz", String(repeating: "0", count: 2_000)] {
        #expect(try await exchange(port, chunked + size + "\r\n").hasPrefix("HTTP/1.1 400 "))
      }
    }
  }

  @Test func chunkedBodiesAndExpectContinueAreSupported() async throws {
    try await withServer { port, _ async throws in
      let body = Self.lead
      let head = request("").replacingOccurrences(of: "Content-Length: 0", with: "Transfer-Encoding: chunked")
      let chunks = "5;a=b\r\n\(body.prefix(5))\r\n\(String(body.utf8.count - 5, radix: 16))\r\n\(body.dropFirst(5))\r\n"
      let chunked = try await exchange(port, head + chunks + "0\r\nTrailer: x\r\n\r\n")
      #expect(chunked.hasPrefix("HTTP/1.1 200 "))
      let expecting = try await exchange(port, request(fields: ["Expect: 100-continue"]))
      #expect(expecting.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 "))
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n folded\r\n\r\n",
    "GET / HTTP/1.1\r\nA : b\r\n\r\n", "GET / HTTP/1.1\r\nA: b\u{0}\r\n\r\n",
    "GET http://example.com/ HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n",
  ])
  func malformedRequestsAre400(text: String) async throws {
    try await withServer { port, _ async throws in
      #expect(try await exchange(port, text).hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test func takenPortIsNamed() async throws {
    try await withServer { port, _ async throws in
      let second = LoopbackServer(port: port, handler: NotFound())
      let failure = await #expect(throws: ListenFailure.self) { try await second.start() }
      #expect(failure?.code == EADDRINUSE)
      #expect(
        failure?.description
          == "Cannot listen on 127.0.0.1:\(port): the port is in use. Stop the program that uses it, or choose another port."
      )
    }
  }

  @Test func stopEndsIdleConnectionsAndFinishesOthers() async throws {
    try await withServer { port, server async throws in
      let idle = try LoopbackConnection(port: port)
      let waiter = Task { await server.waitUntilStopped() }
      await server.stop(grace: .seconds(5))
      #expect(await waiter.value == nil)
      #expect(idle.isClosedByPeer())
      #expect(await server.port == nil)
      try await server.start()
      #expect(await server.port != nil)
    }
  }

  private struct NotFound: HTTPHandler {
    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse { HTTPResponse(statusCode: .notFound) }
  }
}
