import ConstantContactTransport
import ConstantContactURLSession
import FlyingFox
import FlyingSocks
import Foundation
import Testing

/// Runs against FlyingFox, which parses requests more strictly than the conformance server.
@Suite struct FlyingFoxTests {
  @Test func echoesBodies() async throws {
    signal(SIGPIPE, SIG_IGN)
    let configuration = HTTPServer.Configuration(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0),
      // By default it responds with 500 after 15 seconds, which the other tests may need all of.
      timeout: 600,
      logger: .disabled
    )
    let server = HTTPServer(config: configuration)
    await server.appendRoute("POST /v3/*") { request in
      let body = try await request.bodyData
      return HTTPResponse(
        statusCode: .created,
        headers: [.contentType: request.headers[.contentType] ?? ""],
        body: body
      )
    }
    let running = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      Issue.record("the server is not listening")
      return
    }
    for size in [1, 100_000] {
      let body = Data(repeating: 0x61, count: size)
      let response = try await URLSessionTransport.shared.send(
        TransportRequest(
          method: .post,
          url: try #require(URL(string: "http://127.0.0.1:\(port)/v3/contacts")),
          headers: ["Content-Type": "application/json", "Connection": "close"],
          body: .bytes(body)
        )
      )
      #expect(response.status == 201)
      #expect(response.headers["content-type"] == "application/json")
      #expect(response.body == body)
    }
    await server.stop()
    running.cancel()
    _ = try? await running.value
  }
}
