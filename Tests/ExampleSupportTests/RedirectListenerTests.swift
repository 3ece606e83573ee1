import ConstantContactKit
import Foundation
import LoopbackServer
import Testing

/// Catching the browser that comes back from a consent.
@Suite struct RedirectListenerTests {
  /// A port that was free a moment ago.
  private func freePort() async throws -> UInt16 {
    let server = LoopbackServer(handler: Silence())
    try await server.start()
    let port = try #require(await server.port)
    await server.stop()
    return port
  }

  private func get(_ url: String, method: TransportMethod = .get) async throws -> TransportResponse {
    try await URLSessionTransport.shared.send(
      TransportRequest(method: method, url: try #require(URL(string: url)), timeout: .seconds(20)))
  }

  @Test func handsOverTheCallbackAsRegisteredAndShowsThePage() async throws {
    let port = try await freePort()
    let (callbacks, callback) = AsyncStream.makeStream(of: URL.self)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { url in
      callback.yield(url)
      return RedirectPage(isSuccess: true, title: "Connected", text: "You can close <this> & that.")
    }
    try await listener.start()
    // The browser may take either of the addresses that localhost means.
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

  @Test func goesOnAfterARefusedCallback() async throws {
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

  @Test func takesNothingElseForACallback() async throws {
    let port = try await freePort()
    let listener = RedirectListener(try RedirectAddress("http://127.0.0.1:\(port)/callback")) { _ in
      Issue.record("taken for a callback")
      return RedirectPage(isSuccess: true, title: "", text: "")
    }
    try await listener.start()
    for path in ["/favicon.ico", "/", "/callback/more", "/CALLBACK", "/callbac"] {
      #expect(try await get("http://127.0.0.1:\(port)\(path)?code=c&state=s").status.rawValue == 404)
    }
    for method in [TransportMethod.post, .put, .delete] {
      let answer = try await get("http://127.0.0.1:\(port)/callback?code=c", method: method)
      #expect(answer.status.rawValue == 405 && answer.headers["Allow"] == "GET")
    }
    await listener.stop(grace: .zero)
  }

  @Test func saysWhatToDoAboutATakenPort() async throws {
    let other = LoopbackServer(handler: Silence())
    try await other.start()
    let port = try #require(await other.port)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { _ in
      RedirectPage(isSuccess: true, title: "", text: "")
    }
    let failure = await #expect(throws: RedirectAddress.Failure.self) { try await listener.start() }
    #expect(failure?.description.hasPrefix("cannot listen at port \(port): it is in use") == true)
    await other.stop()
  }

  /// Somebody who sits on one of the two addresses would get the code of every second browser.
  @Test func wantsBothAddressesOfLocalhost() async throws {
    let other = LoopbackServer(address: .ip6, handler: Silence())
    do { try await other.start() } catch { return }  // No IPv6 on this machine.
    let port = try #require(await other.port)
    let listener = RedirectListener(try RedirectAddress("http://localhost:\(port)/callback")) { _ in
      RedirectPage(isSuccess: true, title: "", text: "")
    }
    await #expect(throws: RedirectAddress.Failure.self) { try await listener.start() }
    await other.stop()
    // What was had of the two is given back.
    let again = LoopbackServer(port: port, handler: Silence())
    try await again.start()
    await again.stop()
  }
}
