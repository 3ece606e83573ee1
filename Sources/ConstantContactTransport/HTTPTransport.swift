#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A type that sends one HTTP request and returns its response.
///
/// ## Transport or middleware
///
/// Write a *transport* to change how bytes travel: another HTTP library, a proxy, an in-process fake. A transport sees
/// each attempt, including the access token and the bodies of error responses, and knows nothing of retries or limits.
/// Write an ``HTTPMiddleware`` to observe or change a *call*: a middleware runs once per call, outside the retry loop, and
/// does not see the access token.
///
/// ## Requirements
///
/// - Call ``TransportRequest/validate()`` before anything else.
/// - Send the request once. Do not retry.
/// - Follow no redirect: a 3xx is a response like any other. Following one would send the access token to the host that
///   the response names.
/// - Keep no cookies and no cache, and respond to no authentication challenge: a 401 is a response.
/// - End the exchange when ``TransportRequest/timeout`` has passed.
/// - When the task is cancelled, throw `CancellationError` promptly.
/// - Throw a ``TransportError`` for every other failure. Its ``TransportError/delivery`` tells whether the server can have
///   received the request; when in doubt, it is ``TransportError/Delivery/uncertain``.
///
/// `TransportConformance` in the product `ConstantContactTesting` checks these requirements against a server on loopback.
///
/// ## Example
///
/// A transport that wraps another one:
///
/// ```swift
/// struct PrintingTransport: HTTPTransport {
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

  /// Sends a request and writes the response body to a file, whatever the status.
  ///
  /// The library passes the URL of a new, empty file with mode 0600. After a 2xx response it moves that file to its
  /// destination; after any other response it reads the error from it. Write into the file itself: a temporary file of
  /// the transport's own would be a second copy, perhaps readable by others. A file that does not exist is created with
  /// mode 0600. The default implementation holds the body in memory.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - file: The file to write to. What it contains is replaced.
  /// - Returns: The status and header fields of the response.
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. The file is removed.
  func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead
}

extension HTTPTransport {
  /// Sends a request, holds the response body in memory, and writes it to a file that only its owner can read.
  ///
  /// - Throws: ``TransportError``, or `CancellationError` when the task was cancelled. The file is removed.
  public func download(_ request: TransportRequest, to file: URL) async throws -> TransportResponseHead {
    let file = try DownloadFile(at: file)
    return try await file.fill {
      let response = try await send(request)
      try response.body.withUnsafeBytes { try file.write($0) }
      return response.head
    }
  }
}
