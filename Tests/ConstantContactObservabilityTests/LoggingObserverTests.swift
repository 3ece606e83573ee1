#if Observability
import Logging
#endif
