public import ConstantContactTesting
public import Foundation
internal import LoopbackServer

/// Puts a ``FakeConstantContact`` behind real HTTP on this machine.
///
/// It listens on 127.0.0.1 only. Give the fake real time (`TimeSource.system`, its default): the server waits for real.
///
/// ```swift
/// let server = SandboxServer(FakeConstantContact())
/// try await server.start()
/// // … requests to server.url …
/// await server.stop()
/// ```
public struct SandboxServer: Sendable {
  /// The account that answers.
  public let fake: FakeConstantContact
  /// How long a request that is to run into its timeout is held before its connection is cut.
  public let hold: Duration

  private let server: LoopbackServer

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - fake: The account that answers.
  ///   - port: The port; 0, the default, takes any that is free.
  ///   - hold: How long a request that is to run into its timeout is held; 120 seconds by default.
  public init(_ fake: FakeConstantContact, port: UInt16 = 0, hold: Duration = .seconds(120)) {
    self.fake = fake
    self.hold = hold
    // The server waits longer than any request is held, or it would answer 500 in its place.
    server = LoopbackServer(
      port: port, timeout: hold + .seconds(60), handler: SandboxHandler(fake: fake, hold: hold))
  }

  /// The port that was asked for; 0 means any.
  public var requestedPort: UInt16 { server.requestedPort }

  /// Where it listens, such as `http://127.0.0.1:8080`; `nil` when it does not.
  public var url: URL? {
    get async { await server.port.flatMap { URL(string: "http://127.0.0.1:\($0)") } }
  }

  /// Starts listening. Does nothing when it does already.
  ///
  /// - Throws: What the system says when the port cannot be had.
  public func start() async throws { try await server.start() }

  /// Stops listening and cuts what is still open.
  public func stop() async { await server.stop() }

  /// Returns when the server has stopped.
  public func waitUntilStopped() async { await server.waitUntilStopped() }
}
