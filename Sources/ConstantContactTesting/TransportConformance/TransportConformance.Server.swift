#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TransportConformance {
  /// A plain HTTP server on loopback for the cases, implemented by the tests of a transport.
  ///
  /// The server parses requests (request line, header fields, a body of `Content-Length` bytes), records them, and sends
  /// exactly the bytes that a case specifies. It serves connections concurrently and keeps them open after a response. It
  /// closes a connection whose input does not start with an upper-case letter, such as a TLS handshake.
  public protocol Server: Sendable {
    /// Listens on a free port of `127.0.0.1`.
    ///
    /// - Parameter script: Returns the steps for a request. Called once for each request, after its last byte.
    /// - Returns: The server's URL, such as `http://127.0.0.1:49152`.
    func start(_ script: @escaping @Sendable (Received) -> [Step]) async throws -> URL

    /// Returns the requests received so far, in order.
    func received() async -> [Received]

    /// Waits until the given number of requests has been received since the start, or the server is stopped.
    func waitUntilReceived(_ count: Int) async throws

    /// Closes the port and every connection. Does nothing when the server is not started.
    func stop() async
  }

  /// A step of a server's reaction to a request.
  public enum Step: Sendable, Hashable {
    /// Sends bytes unchanged.
    case send(Data)
    /// Waits.
    case wait(Duration)
    /// Sends nothing more, and keeps the connection open until the client closes it or the server is stopped.
    case hang
    /// Closes the connection.
    case close
  }
}
