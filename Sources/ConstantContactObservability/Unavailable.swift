#if !Observability
/// Logs of attempts, which need the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum LoggingObserver {}

/// Metrics of attempts, which need the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum MetricsObserver {}

/// Spans of attempts, which need the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum TracingObserver {}

/// Spans of calls, which need the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum TracingMiddleware {}
#endif
