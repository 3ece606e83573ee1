import ExampleSupport
import FlyingFox
import Foundation
import LoopbackServer
import Testing

@testable import LeadWebhook

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What ends the lead-webhook program.
@Suite(.serialized) struct ServerEndTests {
  private struct NotFound: HTTPHandler {
    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse { HTTPResponse(statusCode: .notFound) }
  }

  /// Returns the descriptor of this process that listens on a port.
  private func listener(on port: UInt16) -> CInt? {
    for descriptor in CInt(0)..<4_096 {
      var isListening: CInt = 0
      var size = socklen_t(MemoryLayout<CInt>.size)
      guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0, isListening != 0 else {
        continue
      }
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let status = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
      }
      if status == 0, address.sin_family == sa_family_t(AF_INET), UInt16(bigEndian: address.sin_port) == port {
        return descriptor
      }
    }
    return nil
  }

  /// Never returns before the test ends.
  private func forever() -> @Sendable () async -> Void {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    return {
      for await _ in stream { return }
      withExtendedLifetime(continuation) {}
    }
  }

  @Test func failedServerEndsTheProgramWithStatusOne() async throws {
    let server = LoopbackServer(handler: NotFound())
    try await server.start()
    let port = try #require(await server.port)
    let descriptor = try #require(listener(on: port))
    async let ending = ServerEnd.wait(stop: forever(), server: { await server.waitUntilStopped() })
    // The listener fails as if the system had closed it: the next accept is an error that cannot pass.
    try #require(shutdown(descriptor, CInt(SHUT_RDWR)) == 0)
    let found = await ending
    #expect(found?.status == 1)
    #expect(found?.message.hasPrefix("The HTTP server failed: ") == true)
    #expect(await server.port == nil)
    await server.stop()
    try await server.start()
    #expect(await server.port != nil, "a failed server can be started again after its stop")
    await server.stop()
  }

  @Test func serverThatEndsWithoutAnErrorEndsTheProgramToo() async throws {
    let server = LoopbackServer(handler: NotFound())
    try await server.start()
    async let ending = ServerEnd.wait(stop: forever(), server: { await server.waitUntilStopped() })
    await server.stop()
    #expect(await ending?.status == 1)
  }

  @Test func requestToStopIsNotAFailure() async throws {
    let server = LoopbackServer(handler: NotFound())
    try await server.start()
    let ending = await ServerEnd.wait(stop: {}, server: { await server.waitUntilStopped() })
    #expect(ending == nil)
    await server.stop()
  }
}
