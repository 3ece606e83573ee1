import ConstantContactKit
import Foundation
import LoopbackServer
import Testing

@Suite struct RedirectListenerTests {
  /// Returns a port that was free just now.
  private func freePort() async throws -> UInt16 {
    let server = LoopbackServer(handler: Silence())
    try await server.start()
    let port = try #require(await server.port)
    await server.stop()
    return port
  }

  private func get(_ url: String, method: TransportMethod = .get) async throws -> TransportResponse {
    try await SystemTransport.shared.send(
      TransportRequest(method: method, url: try #require(URL(string: url)), timeout: .seconds(120)))
  }

  @Test func passesTheCallbackAsRegisteredAndShowsThePage() async throws {
    let port = try await freePort()
    let (callbacks, callback) = AsyncStream.makeStream(of: URL.self)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { url in
      callback.yield(url)
      return RedirectPage(isSuccess: true, title: "Connected", text: "You can close <this> & that.")
    }
    try await listener.start()
    // A browser may use either address of localhost.
    let response = try await get("http://127.0.0.1:\(port)/callback?code=a%2Bb&state=x%20y")
    await listener.stop(grace: .zero)

    #expect(response.status.rawValue == 200)
    #expect(response.headers["Cache-Control"] == "no-store")
    #expect(response.headers["Referrer-Policy"] == "no-referrer")
    let page = String(decoding: response.body, as: UTF8.self)
    #expect(page.contains("<h1>Connected</h1>") && page.contains("close &lt;this&gt; &amp; that."))
    #expect(
      await callbacks.first { _ in true }?.absoluteString
        == "http://localhost:\(port)/callback?code=a%2Bb&state=x%20y")
  }

  @Test func continuesAfterARejectedCallback() async throws {
    let port = try await freePort()
    let listener = RedirectListener(try RedirectAddress("http://127.0.0.1:\(port)/")) { url in
      let isRight = url.query() == "state=right"
      return RedirectPage(isSuccess: isRight, title: isRight ? "right" : "wrong", text: "")
    }
    try await listener.start()
    #expect(try await get("http://127.0.0.1:\(port)/?state=wrong").status.rawValue == 400)
    #expect(try await get("http://127.0.0.1:\(port)/?state=right").status.rawValue == 200)
    #expect(try await get("http://127.0.0.1:\(port)").status.rawValue == 400)
    await listener.stop(grace: .zero)
  }

  @Test func otherRequestsAreNotCallbacks() async throws {
    let port = try await freePort()
    let listener = RedirectListener(try RedirectAddress("http://127.0.0.1:\(port)/callback")) { _ in
      Issue.record("treated as a callback")
      return RedirectPage(isSuccess: true, title: "", text: "")
    }
    try await listener.start()
    for path in ["/favicon.ico", "/", "/callback/more", "/CALLBACK", "/callbac"] {
      #expect(try await get("http://127.0.0.1:\(port)\(path)?code=c&state=s").status.rawValue == 404)
    }
    for method in [TransportMethod.post, .put, .delete] {
      let response = try await get("http://127.0.0.1:\(port)/callback?code=c", method: method)
      #expect(response.status.rawValue == 405 && response.headers["Allow"] == "GET")
    }
    await listener.stop(grace: .zero)
  }

  @Test func namesATakenPort() async throws {
    let other = LoopbackServer(handler: Silence())
    try await other.start()
    let port = try #require(await other.port)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { _ in
      RedirectPage(isSuccess: true, title: "", text: "")
    }
    let failure = await #expect(throws: ListenFailure.self) { try await listener.start() }
    #expect(failure?.code == EADDRINUSE)
    #expect(failure?.description.hasPrefix("Cannot listen on 127.0.0.1:\(port): the port is in use.") == true)
    await other.stop()
  }

  /// A process that listens on one of the two addresses would receive the code.
  @Test func requiresBothAddressesOfLocalhost() async throws {
    let other = LoopbackServer(address: .ip6, handler: Silence())
    do { try await other.start() } catch { return }  // No IPv6 on this machine.
    let port = try #require(await other.port)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { _ in
      RedirectPage(isSuccess: true, title: "", text: "")
    }
    await #expect(throws: ListenFailure.self) { try await listener.start() }
    await other.stop()
    // The other address is released.
    let next = LoopbackServer(port: port, handler: Silence())
    try await next.start()
    await next.stop()
  }
}
