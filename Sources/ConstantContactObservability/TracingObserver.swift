#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import Tracing

/// An observer that creates a span for each attempt with swift-distributed-tracing.
///
/// The spans are children of the call's span, which ``TracingMiddleware`` creates. A span is named after its operation, such
/// as `contacts.create attempt`. It starts when the attempt starts to wait for its token and its rate-limit slot; the event
/// `request sent` marks the time of the request.
///
/// The attributes have the names of OpenTelemetry where they exist (`http.request.method`, `url.template`,
/// `http.response.status_code`, `http.request.resend_count`, `error.type`), and those of ``TraceKey`` otherwise. They
/// contain no email address and no query.
public struct TracingObserver: CallObserver {
  private let tracer: any Tracer

  /// Creates an observer.
  ///
  /// - Parameter tracer: The tracer; by default the one the program was bootstrapped with.
  public init(tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

  /// Records the span of an attempt.
  public func attemptEnded(_ attempt: CallAttempt) {
    let end = DefaultTracerClock.now
    let span = tracer.startSpan(
      "\(attempt.operation) attempt",
      ofKind: .client,
      at: end
        - (attempt.tokenWait.limitedToCentury + attempt.limitWait.limitedToCentury + attempt.duration.limitedToCentury)
    )
    span.updateAttributes { Self.describe(attempt, in: &$0) }
    if attempt.wasSent { span.addEvent(SpanEvent(name: "request sent", at: end - attempt.duration)) }
    if attempt.outcome == .failed { span.setStatus(SpanStatus(code: .error)) }
    span.end(at: end)
  }

  private static func describe(_ attempt: CallAttempt, in attributes: inout SpanAttributes) {
    attributes[TraceKey.operation] = attempt.operation
    attributes[TraceKey.limitWait] = attempt.limitWait.milliseconds
    attributes[TraceKey.tokenWait] = attempt.tokenWait.milliseconds
    attributes["http.request.method"] = attempt.method.rawValue
    // The path of a raw call is the caller's, and may contain personal data.
    if attempt.operation != "raw" { attributes["url.template"] = attempt.pathTemplate }
    if attempt.number > 1 { attributes["http.request.resend_count"] = Int64(attempt.number - 1) }
    if let status = attempt.status { attributes["http.response.status_code"] = Int64(status.rawValue) }
    switch attempt.outcome {
    case .succeeded: break
    case .cancelled: attributes["error.type"] = "cancelled"
    case .failed: attributes["error.type"] = attempt.error?.rawValue ?? "other"
    }
    if let pause = attempt.pause { attributes[TraceKey.pause] = pause.milliseconds }
    if !attempt.serviceRequestIDs.isEmpty { attributes[TraceKey.serviceRequestIDs] = attempt.serviceRequestIDs }
    if let requestID = attempt.requestID { attributes[TraceKey.requestID] = requestID }
  }
}

extension DefaultTracerClock.Timestamp {
  fileprivate static func - (instant: Self, duration: Duration) -> Self {
    let nanoseconds = UInt64(max(0, duration.limitedToCentury / .nanoseconds(1)))
    return Self(nanosecondsSinceEpoch: instant.nanosecondsSinceEpoch - min(nanoseconds, instant.nanosecondsSinceEpoch))
  }
}
#endif
