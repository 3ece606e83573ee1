internal import FlyingSocks
internal import Foundation

/// A port that accepts connections and never sends or reads anything.
public struct SilentServer {
  private let socket: Socket
  /// The port on this machine.
  public let port: Int

  /// Listens on a free port.
  public init() throws {
    socket = try Socket(domain: AF_INET)
    try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
    self.port = Int(port)
  }

  /// Closes the port.
  public func stop() { try? socket.close() }
}
