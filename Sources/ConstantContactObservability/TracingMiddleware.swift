#if Observability
internal import ConstantContactCore
public import ConstantContactTransport
public import Tracing

/// A middleware that creates a span for each call with swift-distributed-tracing.
///
/// The span is a child of the caller's span, is named after the operation, such as `contacts.create`, and lasts from the
/// first wait to the last attempt. Its attributes are ``TraceKey/operation``, `http.response.status_code` and, when the
/// call failed, `error.type` with the error's code. The error itself is not recorded, because a tracing backend may show
/// all of its properties.
///
/// No trace context is sent to Constant Contact.
public struct TracingMiddleware: HTTPMiddleware {
  private let tracer: any Tracer

  /// Creates a middleware.
  ///
  /// - Parameter tracer: The tracer; by default the one the program was bootstrapped with.
  public init(tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

  /// Runs a call within its span.
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
