#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension TransportConformance {
  /// A plain HTTP server on loopback that the cases run against. A transport's tests implement it.
  ///
  /// It parses requests (request line, fields, a body of `Content-Length` bytes), keeps what it received, and answers
  /// with the very bytes a case gives it. Connections are kept open after an answer and served at the same time. One on
  /// which something comes that does not begin with an upper-case letter, such as a TLS handshake, is closed.
  public protocol Server: Sendable {
    /// Listens on a free port of `127.0.0.1`.
    ///
    /// - Parameter script: What to do for a request. Called once for each, as it has been received whole.
    /// - Returns: The address, such as `http://127.0.0.1:49152`.
    func start(_ script: @escaping @Sendable (Received) -> [Step]) async throws -> URL

    /// The requests received so far, in the order they were received.
    func received() async -> [Received]

    /// Waits until so many requests have been received since the start, or the server is stopped.
    func waitUntilReceived(_ count: Int) async throws

    /// Closes the port and every connection. Does nothing when it has been called before, or nothing was started.
    func stop() async
  }

  /// What a server does in answer to a request, one step after the other.
  public enum Step: Sendable, Hashable {
    /// Sends bytes as they are.
    case send(Data)
    /// Does nothing for so long.
    case wait(Duration)
    /// Sends nothing more, and keeps the connection until the client closes it or the server is stopped.
    case hang
    /// Closes the connection.
    case close
  }
}
