#if os(Linux)
import ConstantContactCurl
import ConstantContactTransport
import Foundation
import ScriptedServer
import Testing

@Suite(.enabled(if: LocalAuthority.isAvailable, "openssl is not installed"))
struct TLSTests {
  @Test func certificateOfATrustedAuthorityIsAccepted() async throws {
    let authority = try LocalAuthority()
    defer { authority.remove() }
    let server = try TLSServer(try authority.issue("DNS:localhost"))
    defer { server.stop() }
    let transport = CurlTransport(certificateAuthorities: authority.certificate)
    let response = try await transport.send(try get("localhost", server))
    #expect(response.status == 200)
    #expect(!response.body.isEmpty)
  }

  @Test(arguments: ["wrong name", "expired", "wrong authority", "system authorities"])
  func otherCertificatesAreRefusedUnsent(fault: String) async throws {
    let (authority, other) = (try LocalAuthority(), try LocalAuthority())
    defer {
      authority.remove()
      other.remove()
    }
    let name = fault == "wrong name" ? "DNS:other.example" : "DNS:localhost"
    let server = try TLSServer(try authority.issue(name, days: fault == "expired" ? -1 : 2))
    defer { server.stop() }
    let trusted: URL? =
      switch fault {
      case "wrong authority": other.certificate
      case "system authorities": nil
      default: authority.certificate
      }
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(certificateAuthorities: trusted).send(try get("localhost", server))
    }
    #expect(error?.code == .tlsFailed)
    #expect(error?.delivery == .notSent)
  }

  @Test func brokenHandshakeMeansNotSent() async throws {
    // It closes a connection that does not start with a method.
    let server = RawServer()
    let base = try await server.start { _ in [] }
    let port = try #require(base.port)
    let url = try #require(URL(string: "https://127.0.0.1:\(port)/"))
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport.shared.send(TransportRequest(method: .post, url: url, timeout: .seconds(120)))
    }
    await server.stop()
    #expect(error?.code == .tlsFailed)
    #expect(error?.delivery == .notSent)
  }

  @Test func missingFileOfAuthoritiesMeansNotSent() async throws {
    let authority = try LocalAuthority()
    defer { authority.remove() }
    let server = try TLSServer(try authority.issue("DNS:localhost"))
    defer { server.stop() }
    let missing = URL(fileURLWithPath: "/nonexistent/authorities.pem")
    let error = await #expect(throws: TransportError.self) {
      try await CurlTransport(certificateAuthorities: missing).send(try get("localhost", server))
    }
    #expect(error?.code == .tlsFailed)
    #expect(error?.delivery == .notSent)
  }

  /// A connection that was accepted for one set of authorities must not serve another.
  @Test func connectionsAreNotSharedBetweenAuthorities() async throws {
    let authority = try LocalAuthority()
    defer { authority.remove() }
    let server = try TLSServer(try authority.issue("DNS:localhost"))
    defer { server.stop() }
    let request = try get("localhost", server)
    _ = try await CurlTransport(certificateAuthorities: authority.certificate).send(request)
    let error = await #expect(throws: TransportError.self) { try await CurlTransport.shared.send(request) }
    #expect(error?.code == .tlsFailed)
  }

  /// OpenSSL frees its state in `exit()`, while handshakes are under way.
  @Test func exitDuringHandshakesIsClean() async throws {
    await #expect(processExitsWith: .success) {
      let authority = try LocalAuthority()
      let server = try TLSServer(try authority.issue("DNS:localhost"))
      let url = try #require(URL(string: "https://localhost:\(server.port)/"))
      let transport = CurlTransport(certificateAuthorities: authority.certificate)
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            while !Task.isCancelled {
              _ = try? await transport.send(
                TransportRequest(method: .get, url: url, headers: ["Connection": "close"], timeout: .seconds(120)))
            }
          }
        }
        _ = try? await transport.send(TransportRequest(method: .get, url: url, timeout: .seconds(120)))
        authority.remove()
        server.stop()
        exit(EXIT_SUCCESS)
      }
    }
  }

  private func get(_ host: String, _ server: TLSServer) throws -> TransportRequest {
    TransportRequest(
      method: .get, url: try #require(URL(string: "https://\(host):\(server.port)/")), timeout: .seconds(120))
  }
}
#endif
