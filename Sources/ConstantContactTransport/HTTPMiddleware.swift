/// Looks at, or changes, what a call sends and receives.
///
/// A middleware stands outside the retries: it sees each call once, before the access token is attached, and the response
/// that the call ends with. To change how bytes travel, write an ``HTTPTransport``.
///
/// The first middleware of a client's list is the outermost one.
///
/// ```swift
/// struct TraceHeader: HTTPMiddleware {
///   func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
///     var request = request
///     request.headers["X-Trace"] = "42"
///     return try await next(request)
///   }
/// }
/// ```
public protocol HTTPMiddleware: Sendable {
  /// Handles one call.
  ///
  /// - Parameters:
  ///   - request: The request, without its access token.
  ///   - next: The rest of the chain. Call it once to go on, or not at all to answer in its place.
  /// - Returns: The response for the caller.
  func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse
}

extension Sequence where Element == any HTTPMiddleware {
  /// Runs a request through the middlewares, first one outermost, and at last through `end`.
  package func run(
    _ request: TransportRequest,
    end: @escaping @Sendable (TransportRequest) async throws -> TransportResponse
  ) async throws -> TransportResponse {
    var next = MiddlewareChain(end)
    for middleware in reversed() {
      let inner = next
      next = MiddlewareChain { try await middleware.intercept($0, next: inner) }
    }
    return try await next(request)
  }
}
