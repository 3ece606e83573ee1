public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How a client makes its calls. Every property has a default that suits the real service.
public struct ConstantContactConfiguration: Sendable {
  /// Where the API is. A bearer token is sent to this scheme, host and port only.
  public var baseURL: URL
  /// What the client calls itself. The service's edge refuses some default names, so there is always one.
  public var userAgent: String
  /// How long one attempt may take; 60 seconds.
  public var attemptTimeout: Duration
  /// How long a whole call may take: waiting for the limit, all attempts and the pauses between them; 5 minutes.
  public var deadline: Duration
  /// What is tried again, and when.
  public var retry: RetryPolicy
  /// What stops retries when most requests fail.
  public var retryThrottle: RetryThrottle
  /// The requests per second and per day. Clients that use the same API key share one.
  public var rateLimit: RateLimit
  /// What looks at each call, first one outermost.
  public var middlewares: [any HTTPMiddleware]
  /// Who is told of each attempt.
  public var observers: [any CallObserver]
  /// Where waiting and dates come from.
  public var time: TimeSource

  /// Where the real service is.
  public static let productionURL = URL(string: "https://api.cc.email/v3").unsafelyUnwrapped  // A literal that parses.

  /// Makes a configuration.
  ///
  /// - Parameters:
  ///   - baseURL: Where the API is; `https://api.cc.email/v3` by default.
  ///   - time: Where waiting and dates come from; real time by default.
  ///   - rateLimit: Shared by the clients of one API key; by default a new one with the service's documented limits.
  public init(
    baseURL: URL = productionURL,
    time: TimeSource = .system,
    rateLimit: RateLimit? = nil
  ) {
    self.baseURL = baseURL
    self.time = time
    self.rateLimit = rateLimit ?? RateLimit(time: time)
    userAgent = "ConstantContactKit (Swift)"
    attemptTimeout = .seconds(60)
    deadline = .seconds(300)
    retry = RetryPolicy()
    retryThrottle = RetryThrottle()
    middlewares = []
    observers = []
  }
}
