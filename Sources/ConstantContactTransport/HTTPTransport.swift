#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Carries one request to a server and brings its response back.
///
/// ## Transport or middleware?
///
/// Write a *transport* to change how bytes travel: another HTTP library, a proxy, an in-process fake. It sees one
/// attempt at a time, with the access token already in place, and knows nothing of retries or limits.
/// Write an ``HTTPMiddleware`` to look at or change what a *call* sends and receives: it stands outside the retries and
/// sees each call once, without its token.
///
/// ## What a transport promises
///
/// - It calls ``TransportRequest/validate()`` before anything else.
/// - It sends the request once. It does not retry.
/// - It follows no redirect: a 3xx is a response like any other. (Following one would hand the access token to whatever
///   host the answer names.)
/// - It keeps no cookies and no cache, and answers no authentication challenge: a 401 is a response.
/// - It ends the exchange when ``TransportRequest/timeout`` has passed.
/// - When its task is cancelled it ends promptly with `CancellationError`.
/// - Every other failure is a ``TransportError``, whose ``TransportError/delivery`` says whether the server can have
///   seen the request. When in doubt it says ``TransportError/Delivery/uncertain``.
///
/// `TransportConformance` in `ConstantContactTesting` checks all of this against a real server on loopback.
///
/// ## Writing one
///
/// ```swift
/// struct LoggingTransport: HTTPTransport {
///   let base: any HTTPTransport
///
///   func send(_ request: TransportRequest) async throws -> TransportResponse {
///     let response = try await base.send(request)
///     print(request.operation, response.status)
///     return response
///   }
///
///   func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
///     try await base.download(request, to: file)
///   }
/// }
/// ```
public protocol HTTPTransport: Sendable {
  /// Sends a request and returns its response with the whole body.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled.
  func send(_ request: TransportRequest) async throws -> TransportResponse

  /// Sends a request and writes the body of a 2xx response to a file, which it replaces. The body of any other
  /// response is written there too, so that the caller can read what the server said.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. Then no file is left.
  func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead
}

extension HTTPTransport {
  /// Downloads by way of memory. Transports that can stream do it themselves.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    let response = try await send(request)
    do {
      try response.body.write(to: file, options: .atomic)
    } catch {
      throw TransportError(
        .fileSystem,
        delivery: .delivered,
        message: "the downloaded file could not be written",
        cause: error
      )
    }
    return response.head
  }
}
