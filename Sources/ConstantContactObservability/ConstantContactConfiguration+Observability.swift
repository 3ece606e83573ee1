#if Observability
public import ConstantContactCore
public import CoreMetrics
public import Logging
public import Tracing

extension ConstantContactConfiguration {
  /// Writes a line for each attempt: ``LoggingObserver``.
  ///
  /// - Parameter logger: Where lines go.
  public mutating func addLogging(to logger: Logger) {
    observers.append(LoggingObserver(logger: logger))
  }

  /// Counts and times attempts: ``MetricsObserver``.
  ///
  /// - Parameter factory: Where metrics go; the one the program was bootstrapped with by default.
  public mutating func addMetrics(to factory: any MetricsFactory = MetricsSystem.factory) {
    observers.append(MetricsObserver(factory: factory))
  }

  /// Makes a span of each call and of each of its attempts: ``TracingMiddleware``, which becomes the outermost one, and
  /// ``TracingObserver``.
  ///
  /// - Parameter tracer: Where spans go; the one the program was bootstrapped with by default.
  public mutating func addTracing(to tracer: any Tracer = InstrumentationSystem.tracer) {
    middlewares.insert(TracingMiddleware(tracer: tracer), at: 0)
    observers.append(TracingObserver(tracer: tracer))
  }
}
#endif
