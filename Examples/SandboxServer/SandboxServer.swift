public import ConstantContactTesting
internal import ConstantContactTransport
internal import FlyingFox
internal import FlyingSocks
public import Foundation

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
public actor SandboxServer {
  /// The account that answers.
  public nonisolated let fake: FakeConstantContact
  /// The port that was asked for; 0 means any.
  public nonisolated let requestedPort: UInt16
  /// How long a request that is to run into its timeout is held before its connection is cut.
  public nonisolated let hold: Duration

  private var server: HTTPServer?
  private var task: Task<Void, any Error>?
  private var port: UInt16?

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - fake: The account that answers.
  ///   - port: The port; 0, the default, takes any that is free.
  ///   - hold: How long a request that is to run into its timeout is held; 120 seconds by default.
  public init(_ fake: FakeConstantContact, port: UInt16 = 0, hold: Duration = .seconds(120)) {
    self.fake = fake
    requestedPort = port
    self.hold = hold
  }

  /// Where it listens, such as `http://127.0.0.1:8080`; `nil` when it does not.
  public var url: URL? { port.flatMap { URL(string: "http://127.0.0.1:\($0)") } }

  /// Starts listening. Does nothing when it does already.
  ///
  /// - Throws: What the system says when the port cannot be had.
  public func start() async throws {
    if server != nil { return }
    // A client that went away must not end the process: FlyingFox writes without MSG_NOSIGNAL.
    signal(SIGPIPE, SIG_IGN)
    let server = HTTPServer(
      // Longer than any request is held, or FlyingFox would answer 500 in its place.
      address: try .inet(ip4: "127.0.0.1", port: requestedPort),
      timeout: hold / .seconds(1) + 60,
      logger: .disabled,
      handler: SandboxHandler(fake: fake, hold: hold)
    )
    let (outcomes, outcome) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
    let task = Task {
      do {
        try await server.run()
      } catch {
        outcome.yield(.failure(error))
        throw error
      }
    }
    Task {
      // Fails when the other task has failed before, which then has the better reason.
      if (try? await server.waitUntilListening()) != nil { outcome.yield(.success(())) }
      outcome.finish()
    }
    for await result in outcomes {
      try result.get()
      break
    }
    (self.server, self.task) = (server, task)
    if case .ip4(_, let port) = await server.listeningAddress { self.port = port }
  }

  /// Stops listening and cuts what is still open.
  public func stop() async {
    guard let server, let task else { return }
    (self.server, self.task, port) = (nil, nil, nil)
    await server.stop()
    _ = await task.result
  }

  /// Returns when the server has stopped.
  public func waitUntilStopped() async {
    _ = await task?.result
  }
}
