#if Observability
internal import ConstantContactCore
public import ConstantContactTransport
public import Tracing

/// Makes a span of each call with swift-distributed-tracing, as a child of the caller's, from the first wait to the last
/// attempt. It is named after the operation, such as `contacts.create`.
///
/// Its attributes are ``TraceKey/operation``, `http.response.status_code` and, when the call failed, `error.type` with
/// the error's code. The error itself is not recorded: what a backend would make of it is not known here.
///
/// No trace is sent to the service.
public struct TracingMiddleware: HTTPMiddleware {
  private let tracer: any Tracer

  /// Makes a middleware.
  ///
  /// - Parameter tracer: Where spans go; the one the program was bootstrapped with by default.
  public init(tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

  /// Runs the call within its span.
  public func intercept(_ request: TransportRequest, next: MiddlewareChain) async throws -> TransportResponse {
    let span = tracer.startSpan(request.operation, ofKind: .client)
    defer { span.end() }
    span.attributes[TraceKey.operation] = request.operation
    do {
      let response = try await InstrumentationContext.withValue(span.context) { try await next(request) }
      span.attributes["http.response.status_code"] = Int64(response.status.rawValue)
      return response
    } catch {
      span.attributes["error.type"] = Self.type(of: error)
      if !(error is CancellationError) { span.setStatus(SpanStatus(code: .error)) }
      if let status = (error as? ConstantContactError)?.status {
        span.attributes["http.response.status_code"] = Int64(status.rawValue)
      }
      throw error
    }
  }

  private static func type(of error: any Error) -> String {
    switch error {
    case let error as ConstantContactError: error.code.rawValue
    case is CancellationError: "cancelled"
    default: "other"
    }
  }
}
#endif
