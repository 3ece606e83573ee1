/// What comes after a middleware: the middlewares further in, then the call itself. It is called like a function.
///
/// (It is a type and not a closure: the type of an async closure depends on the feature `NonisolatedNonsendingByDefault`, which
/// this package has switched on and yours perhaps not, and then a middleware would not fit its protocol.)
public struct MiddlewareChain: Sendable {
  private let proceed: @Sendable (TransportRequest) async throws -> TransportResponse

  /// Makes a chain out of a closure, as for the test of a middleware.
  public init(_ proceed: @escaping @Sendable (TransportRequest) async throws -> TransportResponse) {
    self.proceed = proceed
  }

  /// Goes on.
  ///
  /// - Throws: What the rest of the chain throws.
  public func callAsFunction(_ request: TransportRequest) async throws -> TransportResponse {
    try await proceed(request)
  }
}
