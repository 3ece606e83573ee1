#if Observability
public import ConstantContactCore
internal import ConstantContactTransport
public import Tracing

/// Makes a span of each attempt with swift-distributed-tracing. ``TracingMiddleware`` makes the span of the call, whose
/// children they are.
///
/// The span is named after the operation, as `contacts.create attempt`, and begins when the attempt began to wait for
/// its token and its turn; the event `request sent` says when the request left. Its attributes are those of OpenTelemetry
/// where it has a name (`http.request.method`, `url.template`, `http.response.status_code`,
/// `http.request.resend_count`, `error.type`), and ``TraceKey`` otherwise. Neither an address nor a query is among them.
public struct TracingObserver: CallObserver {
  private let tracer: any Tracer

  /// Makes an observer.
  ///
  /// - Parameter tracer: Where spans go; the one the program was bootstrapped with by default.
  public init(tracer: any Tracer = InstrumentationSystem.tracer) { self.tracer = tracer }

  /// Makes the attempt's span.
  public func attemptEnded(_ attempt: CallAttempt) {
    let end = DefaultTracerClock.now
    let span = tracer.startSpan(
      "\(attempt.operation) attempt",
      ofKind: .client,
      at: end - (attempt.tokenWait + attempt.limitWait + attempt.duration)
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
    // The path of a raw call is the caller's own, and may name anything.
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
    let nanoseconds = UInt64(max(0, duration / .nanoseconds(1)))
    return Self(nanosecondsSinceEpoch: instant.nanosecondsSinceEpoch - min(nanoseconds, instant.nanosecondsSinceEpoch))
  }
}
#endif
