public import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Listens for HTTP on this machine only.
///
/// ```swift
/// let server = LoopbackServer(handler: handler)
/// try await server.start()
/// // … requests to port server.port …
/// await server.stop()
/// ```
public actor LoopbackServer {
  /// One of the machine's two addresses that nobody else can reach.
  public enum Address: String, Sendable, Hashable {
    /// `127.0.0.1`
    case ip4 = "127.0.0.1"
    /// `::1`
    case ip6 = "::1"
  }

  /// Where it listens.
  public nonisolated let address: Address
  /// The port that was asked for; 0 means any.
  public nonisolated let requestedPort: UInt16
  private let timeout: Duration
  private let handler: any HTTPHandler

  private var server: HTTPServer?
  private var task: Task<Void, any Error>?
  private var boundPort: UInt16?

  /// Makes a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - address: Where it listens.
  ///   - port: The port; 0, the default, takes any that is free.
  ///   - timeout: How long an answer may take before it is a 500.
  ///   - handler: What answers.
  public init(
    address: Address = .ip4, port: UInt16 = 0, timeout: Duration = .seconds(60), handler: any HTTPHandler
  ) {
    self.address = address
    requestedPort = port
    self.timeout = timeout
    self.handler = handler
  }

  /// The port it listens on; `nil` when it does not.
  public var port: UInt16? { boundPort }

  /// Starts listening. Does nothing when it does already.
  ///
  /// - Throws: What the system says when the port cannot be had.
  public func start() async throws {
    if server != nil { return }
    // A client that went away must not end the process: FlyingFox writes without MSG_NOSIGNAL.
    signal(SIGPIPE, SIG_IGN)
    let server = try makeServer()
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
    switch await server.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): boundPort = port
    default: break
    }
  }

  /// Stops listening.
  ///
  /// - Parameter grace: How long answers under way may still take before they are cut; not at all by default.
  public func stop(grace: Duration = .zero) async {
    guard let server, let task else { return }
    (self.server, self.task, boundPort) = (nil, nil, nil)
    await server.stop(timeout: grace / .seconds(1))
    _ = await task.result
  }

  /// Returns when the server has stopped.
  public func waitUntilStopped() async {
    _ = await task?.result
  }

  private func makeServer() throws -> HTTPServer {
    let seconds = timeout / .seconds(1)
    return switch address {
    case .ip4:
      HTTPServer(
        address: try .inet(ip4: address.rawValue, port: requestedPort), timeout: seconds, logger: .disabled,
        handler: handler)
    case .ip6:
      HTTPServer(
        address: try .inet6(ip6: address.rawValue, port: requestedPort), timeout: seconds, logger: .disabled,
        handler: handler)
    }
  }
}
