/// A type that observes or changes what a call sends and receives.
///
/// A middleware runs once per call, outside the retry loop. It sees the request before the access token is attached, and
/// the outcome of the last attempt. The first middleware in a client's list is the outermost one.
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
///
/// ## Responses, errors and bodies
///
/// - A 2xx response returns from `next` with its body. The body of a download is in the file, and is empty here.
/// - Any other response is thrown from `next` as the call's error, which carries the status and the decoded faults.
///   Middlewares that measure or log failures catch and rethrow it.
/// - A middleware that returns a response of its own replaces the call. A status other than 2xx becomes the call's error.
///
/// The raw body of an error response, or of each attempt, is visible to a transport. For debugging, wrap the transport of
/// the client (see ``HTTPTransport``), or use `BodyLoggingTransport` of the product `ConstantContactObservability`.
public protocol HTTPMiddleware: Sendable {
  /// Handles one call.
  ///
  /// - Parameters:
  ///   - request: The request, without its access token. Its body may hold personal data.
  ///   - next: The rest of the chain. Call it once to continue, or not at all to return a response without a request.
  /// - Returns: The response for the caller.
  /// - Throws: The error of the rest of the chain, or an error of its own.
  func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse
}

extension Sequence where Element == any HTTPMiddleware {
  /// Runs a request through the middlewares, the first one outermost, and finally through `end`.
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
