public import ConstantContactTesting
internal import ConstantContactTransport
internal import FlyingSocks
public import Foundation

/// A server that sends scripted bytes, valid HTTP or not, for the tests of every transport.
public actor RawServer: TransportConformance.Server {
  /// A received request.
  public typealias Received = TransportConformance.Received
  /// A step of the reaction to a request.
  public typealias Step = TransportConformance.Step

  private var requests: [Received] = []
  private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  private var listening: Task<Void, Never>?
  /// The number of accepted connections.
  public private(set) var connections = 0

  /// Creates a server that is not listening yet.
  public init() {
    // Writing to a closed connection should fail instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Listens on a free port of this machine and returns the server's URL.
  public func start(_ script: @escaping @Sendable (Received) -> [Step]) async throws -> URL {
    let socket = try Socket(domain: AF_INET)
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname(), let url = URL(string: "http://127.0.0.1:\(port)") else {
      throw SocketError.unsupportedAddress
    }
    let listener = try AsyncSocket(socket: socket, pool: try await .client)
    listening = Task {
      await withTaskGroup(of: Void.self) { group in
        while let connection = try? await listener.accept() {
          group.addTask {
            try? await self.serve(connection, script)
            try? connection.close()
          }
        }
        try? listener.close()
        group.cancelAll()
      }
    }
    return url
  }

  /// Returns the requests received so far, in order.
  public func received() -> [Received] { requests }

  /// Waits until the given number of requests has been received.
  public func waitUntilReceived(_ count: Int) async {
    guard requests.count < count else { return }
    await withCheckedContinuation { waiting.append((count, $0)) }
  }

  /// Closes the port and every connection.
  public func stop() async {
    listening?.cancel()
    await listening?.value
    listening = nil
    for entry in waiting { entry.continuation.resume() }
    waiting.removeAll()
  }

  private func serve(_ connection: AsyncSocket, _ script: @Sendable (Received) -> [Step]) async throws {
    connections += 1
    var buffer = Data()
    while let request = try await Self.readRequest(connection, &buffer) {
      requests.append(request)
      for entry in waiting where entry.count <= requests.count { entry.continuation.resume() }
      waiting.removeAll { $0.count <= requests.count }
      for step in script(request) {
        switch step {
        case .send(let data): try await connection.write(data)
        case .wait(let duration): try await Task.sleep(for: duration)
        case .hang: while true { _ = try await connection.read(atMost: 4096) }
        case .close: return
        }
      }
    }
  }

  /// Reads the next request; `nil` when the client sends anything else.
  @concurrent
  private static func readRequest(_ connection: AsyncSocket, _ buffer: inout Data) async throws -> Received? {
    let blankLine = Data("\r\n\r\n".utf8)
    while buffer.range(of: blankLine) == nil {
      guard buffer.first.map({ (0x41...0x5A).contains($0) }) ?? true else { return nil }
      buffer += try await connection.read(atMost: 4096)
    }
    guard let end = buffer.range(of: blankLine) else { return nil }
    let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    buffer = Data(buffer[end.upperBound...])
    let start = lines[0].split(separator: " ")
    guard start.count == 3 else { return nil }
    var headers = TransportHeaders()
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { headers.append(String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)) }
    }
    if headers["Expect"] == "100-continue" { try await connection.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
    let length = max(0, headers["Content-Length"].flatMap(Int.init) ?? 0)
    while buffer.count < length { buffer += try await connection.read(atMost: length - buffer.count) }
    let body = Data(buffer.prefix(length))
    buffer = Data(buffer.dropFirst(length))
    return Received(method: String(start[0]), target: String(start[1]), headers: headers, body: body)
  }
}
