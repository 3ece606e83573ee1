#if Observability
internal import Logging
internal import Metrics
internal import Tracing
#endif
