#if Observability
public import ConstantContactCore
public import CoreMetrics
public import Logging
public import Tracing

extension ConstantContactConfiguration {
  /// Logs each attempt with a ``LoggingObserver``.
  ///
  /// - Parameter logger: The destination of the log messages.
  public mutating func addLogging(to logger: Logger) {
    observers.append(LoggingObserver(logger: logger))
  }

  /// Counts and times attempts with a ``MetricsObserver``.
  ///
  /// - Parameter factory: The metrics factory; by default the one the program was bootstrapped with.
  public mutating func addMetrics(to factory: any MetricsFactory = MetricsSystem.factory) {
    observers.append(MetricsObserver(factory: factory))
  }

  /// Traces calls and attempts with a ``TracingMiddleware``, which becomes the outermost one, and a ``TracingObserver``.
  ///
  /// - Parameter tracer: The tracer; by default the one the program was bootstrapped with.
  public mutating func addTracing(to tracer: any Tracer = InstrumentationSystem.tracer) {
    middlewares.insert(TracingMiddleware(tracer: tracer), at: 0)
    observers.append(TracingObserver(tracer: tracer))
  }
}
#endif
