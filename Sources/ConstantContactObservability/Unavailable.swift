#if !Observability
/// Logs attempts. Requires the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum LoggingObserver {}

/// Counts and times attempts. Requires the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum MetricsObserver {}

/// Traces attempts. Requires the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum TracingObserver {}

/// Traces calls. Requires the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum TracingMiddleware {}

/// Logs bodies for debugging. Requires the trait `Observability` of this package.
@available(*, unavailable, message: "enable the trait Observability of the package ConstantContactKit")
public enum BodyLoggingTransport {}
#endif
