public import ConstantContactTesting
public import Foundation
internal import LoopbackServer

/// An HTTP server on this machine in front of a ``FakeConstantContact``.
///
/// It listens on 127.0.0.1 only. Use it with a fake in real time (`TimeSource.system`, its default), since the server's own
/// timeouts are real.
///
/// ```swift
/// let server = SandboxServer(FakeConstantContact())
/// try await server.start()
/// // … requests to server.url …
/// await server.stop()
/// ```
public struct SandboxServer: Sendable {
  /// The simulated account.
  public let fake: FakeConstantContact
  /// The time for which a request with an injected timeout is held before its connection is cut.
  public let hold: Duration

  private let server: LoopbackServer

  /// Creates a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - fake: The simulated account.
  ///   - port: The port; 0, the default, takes any free one.
  ///   - hold: The time for which a request with an injected timeout is held; 120 seconds by default.
  ///   - log: Receives a line for each request, without query values or bodies; no log by default.
  public init(
    _ fake: FakeConstantContact, port: UInt16 = 0, hold: Duration = .seconds(120),
    log: (@Sendable (String) -> Void)? = nil
  ) {
    self.fake = fake
    self.hold = hold
    // With a shorter timeout the server would respond to a held request with a 500.
    server = LoopbackServer(
      port: port, timeout: hold + .seconds(60), handler: SandboxHandler(fake: fake, hold: hold, log: log))
  }

  /// The requested port; 0 means any.
  public var requestedPort: UInt16 { server.requestedPort }

  /// The base URL, such as `http://127.0.0.1:8080`; `nil` unless the server listens.
  public var url: URL? {
    get async { await server.port.flatMap { URL(string: "http://127.0.0.1:\($0)") } }
  }

  /// Starts listening. Does nothing when the server already listens.
  ///
  /// - Throws: The system's error when the port is unavailable.
  public func start() async throws { try await server.start() }

  /// Stops listening and cuts open connections.
  public func stop() async { await server.stop() }

  /// Returns when the server has stopped.
  public func waitUntilStopped() async { await server.waitUntilStopped() }
}
