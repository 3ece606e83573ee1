#if os(Linux)
import ConstantContactCurl
import ConstantContactSystemTransport
import ConstantContactTesting
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

/// What the environment decides, each in a process of its own.
@Suite struct EnvironmentTests {
  @Test func proxiesDoNotSeeRequestsToThisMachine() async throws {
    await #expect(processExitsWith: .success) {
      let (server, proxy) = (RawServer(), RawServer())
      let base = try await server.start { _ in [.send(Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))] }
      let proxyURL = try await proxy.start { _ in [.send(Data("HTTP/1.1 299 Proxy\r\nContent-Length: 0\r\n\r\n".utf8))]
      }
      setenv("http_proxy", proxyURL.absoluteString, 1)
      let request = TransportRequest(
        method: .get, url: base, headers: ["Authorization": "Bearer secret"], timeout: .seconds(120))
      #expect(try await CurlTransport.shared.send(request).status == 204)
      // Foundation gives no access to the option, so the request is refused.
      let error = await #expect(throws: TransportError.self) { try await URLSessionTransport.shared.send(request) }
      #expect(error?.code == .invalidRequest)
      #expect(error?.delivery == .notSent)
      setenv("no_proxy", "example.com,127.0.0.1", 1)
      #expect(try await URLSessionTransport.shared.send(request).status == 204)
      #expect(await proxy.received().isEmpty)
    }
  }

  @Test func proxyOfTheEnvironmentIsUsedForOtherHosts() async throws {
    await #expect(processExitsWith: .success) {
      let proxy = RawServer()
      let proxyURL = try await proxy.start { _ in
        [.send(Data("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".utf8))]
      }
      setenv("https_proxy", proxyURL.absoluteString, 1)
      let url = try #require(URL(string: "https://api.example.invalid/v3/contacts"))
      let error = await #expect(throws: TransportError.self) {
        try await CurlTransport.shared.send(TransportRequest(method: .post, url: url, timeout: .seconds(120)))
      }
      #expect(error?.code == .cannotConnect)
      #expect(error?.delivery == .notSent)
      #expect(await proxy.received().map(\.target) == ["api.example.invalid:443"])
    }
  }

  @Test func defaultTransportIsLibcurlUnlessTheEnvironmentSelectsURLSession() async throws {
    await #expect(processExitsWith: .success) {
      let language = try await EnvironmentTests.languageSent()
      #expect(language == nil)
    }
    await #expect(processExitsWith: .success) {
      setenv("CONSTANT_CONTACT_TRANSPORT", "urlsession", 1)
      // A field that only `URLSession` adds.
      let language = try await EnvironmentTests.languageSent()
      #expect(language != nil)
    }
  }

  static func languageSent() async throws -> String? {
    let server = RawServer()
    let base = try await server.start { _ in [.send(Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))] }
    _ = try await SystemTransport.shared.send(TransportRequest(method: .get, url: base, timeout: .seconds(120)))
    defer { Task { await server.stop() } }
    return await server.received().first?.headers["Accept-Language"]
  }
}
#endif
