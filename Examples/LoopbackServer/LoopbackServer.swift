public import FlyingFox
internal import FlyingSocks
internal import Foundation

/// An HTTP server that listens on the loopback interface only.
///
/// Each connection carries one request. The server limits the number of connections, the size of a request and the time
/// it may take, so that slow or idle clients cannot stop it from serving others; see ``Limits``.
///
/// ```swift
/// let server = LoopbackServer(handler: handler)
/// try await server.start()
/// // … requests to port server.port …
/// await server.stop()
/// ```
public actor LoopbackServer {
  /// A loopback address.
  public enum Address: String, Sendable, Hashable {
    /// `127.0.0.1`
    case ip4 = "127.0.0.1"
    /// `::1`
    case ip6 = "::1"
  }

  private struct Open {
    var task: Task<Void, Never>
    var isWaitingForHead = true
    let start = ContinuousClock.now
  }

  /// The address that the server listens on.
  public nonisolated let address: Address
  /// The requested port; 0 selects any free port.
  public nonisolated let requestedPort: UInt16
  private let exchange: Exchange
  private let connectionLimit: Int

  private var listener: Socket?
  private var loop: Task<Void, any Error>?
  private var boundPort: UInt16?
  private var open: [Int: Open] = [:]
  private var connectionCount = 0
  private var vacancy: CheckedContinuation<Void, Never>?
  private var emptied: [CheckedContinuation<Void, Never>] = []
  private var isStopping = false

  /// Creates a server that does not listen yet.
  ///
  /// - Parameters:
  ///   - address: The address to listen on.
  ///   - port: The port; 0, the default, selects any free port.
  ///   - timeout: How long the handler may take. The client receives a 500 response after that.
  ///   - limits: The limits for connections and requests.
  ///   - refuse: Checks a request before its body is read. A response other than `nil` refuses the request.
  ///   - handler: The handler of complete requests.
  public init(
    address: Address = .ip4,
    port: UInt16 = 0,
    timeout: Duration = .seconds(60),
    limits: Limits = Limits(),
    refuse: @escaping @Sendable (HTTPRequest) -> HTTPResponse? = { _ in nil },
    handler: any HTTPHandler
  ) {
    self.address = address
    requestedPort = port
    connectionLimit = max(1, limits.connections)
    exchange = Exchange(timeout: timeout, limits: limits, refuse: refuse, handler: handler)
  }

  /// The port that the server listens on; `nil` when it does not listen.
  public var port: UInt16? { boundPort }

  /// Starts listening. Does nothing when the server listens already.
  ///
  /// - Throws: ``ListenFailure`` when the port is unavailable.
  public func start() throws {
    guard loop == nil else { return }
    // Ignored so that a client that disconnects does not end the process, whatever writes to its socket.
    signal(SIGPIPE, SIG_IGN)
    let socket: Socket
    do {
      socket = try makeListener()
    } catch SocketError.failed(_, let number, let reason) {
      throw ListenFailure(port: requestedPort, address: address, code: number, reason: reason)
    }
    listener = socket
    boundPort =
      switch try? socket.sockname() {
      case .ip4(_, let port), .ip6(_, let port): port
      default: requestedPort
      }
    isStopping = false
    loop = Task { try await self.acceptConnections(on: SocketStream(socket)) }
  }

  /// Stops listening and closes all connections.
  ///
  /// - Parameter grace: How long responses in progress may take before their connections are closed; zero by default.
  public func stop(grace: Duration = .zero) async {
    guard let loop, !isStopping else { return }
    isStopping = true
    boundPort = nil
    loop.cancel()
    _ = await loop.result
    for connection in open.values where connection.isWaitingForHead { connection.task.cancel() }
    if !open.isEmpty {
      let cut = Task {
        try await Task.sleep(for: grace)
        self.closeAll()
      }
      await withCheckedContinuation { emptied.append($0) }
      cut.cancel()
    }
    self.loop = nil
  }

  /// Waits until the server no longer listens.
  ///
  /// - Returns: The error that ended it; `nil` after ``stop(grace:)``.
  @discardableResult
  public func waitUntilStopped() async -> (any Error)? {
    guard case .failure(let error)? = await loop?.result, !(error is CancellationError) else { return nil }
    return error
  }

  // MARK: Listening

  private func makeListener() throws -> Socket {
    func listen(on address: some SocketAddress) throws -> Socket {
      let socket = try Socket(domain: Int32(type(of: address).family), type: .stream)
      do {
        // A process that this one starts, such as a browser, must not keep the port open.
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: address)
      } catch {
        try? socket.close()
        throw error
      }
      // Closes the socket itself when it fails.
      try socket.listen()
      return socket
    }
    return switch address {
    case .ip4: try listen(on: .inet(ip4: address.rawValue, port: requestedPort))
    case .ip6: try listen(on: .inet6(ip6: address.rawValue, port: requestedPort))
    }
  }

  private func acceptConnections(on listener: SocketStream) async throws {
    defer {
      try? listener.socket.close()
      self.listener = nil
      boundPort = nil
    }
    while true {
      try await waitForSlot()
      do {
        accept(try await listener.accept())
      } catch SocketError.failed(_, let number, _) where Self.passing.contains(number) {
        // The client has disconnected, or descriptors or memory are short. Neither ends the server.
        closeOldestIdle()
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  private static let passing: Set<Int32> = [
    EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EINTR, EPROTO, EPERM, ENETDOWN, EHOSTUNREACH, ENETUNREACH,
  ]

  // MARK: Connections

  private func accept(_ socket: Socket) {
    let id = connectionCount
    connectionCount += 1
    let task = Task { [exchange] in
      await exchange.serve(socket) { await self.receivedHead(id) }
      self.closed(id)
    }
    open[id] = Open(task: task)
  }

  private func receivedHead(_ id: Int) { open[id]?.isWaitingForHead = false }

  private func closed(_ id: Int) {
    open[id] = nil
    vacancy?.resume()
    vacancy = nil
    guard open.isEmpty else { return }
    for waiter in emptied { waiter.resume() }
    emptied = []
  }

  /// The time for which a new connection is not closed in favor of another one: a client needs a moment to send its request.
  private static let idleGrace: Duration = .milliseconds(250)

  /// Waits while the number of connections is at its limit. The oldest idle connection is closed.
  private func waitForSlot() async throws {
    while open.count >= connectionLimit {
      let idle = open.filter(\.value.isWaitingForHead).min { $0.key < $1.key }?.value
      if let idle, ContinuousClock.now - idle.start < Self.idleGrace {
        try await Task.sleep(for: .milliseconds(20))
        continue
      }
      idle?.task.cancel()
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          if Task.isCancelled { continuation.resume() } else { vacancy = continuation }
        }
      } onCancel: {
        Task { await self.endWait() }
      }
      try Task.checkCancellation()
    }
  }

  private func endWait() {
    vacancy?.resume()
    vacancy = nil
  }

  /// Closes the connection that has waited longest without a complete request head.
  private func closeOldestIdle() {
    open.filter(\.value.isWaitingForHead).min { $0.key < $1.key }?.value.task.cancel()
  }

  private func closeAll() {
    for connection in open.values { connection.task.cancel() }
  }
}
