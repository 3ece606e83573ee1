/// The rest of a call after a middleware: the inner middlewares, then the call itself. Call it like a function.
///
/// It is a type rather than a closure because the type of an async closure depends on whether the upcoming feature
/// `NonisolatedNonsendingByDefault` is enabled, and it may not be in your module.
public struct MiddlewareChain: Sendable {
  private let proceed: @Sendable (TransportRequest) async throws -> TransportResponse

  /// Creates a chain that ends in a closure, for instance to test a middleware.
  public init(_ proceed: @escaping @Sendable (TransportRequest) async throws -> TransportResponse) {
    self.proceed = proceed
  }

  /// Runs the rest of the call.
  ///
  /// - Returns: The response of the call, with a 2xx status unless an inner middleware returned another one.
  /// - Throws: The error of the call, or of an inner middleware.
  public func callAsFunction(_ request: TransportRequest) async throws -> TransportResponse {
    try await proceed(request)
  }
}
