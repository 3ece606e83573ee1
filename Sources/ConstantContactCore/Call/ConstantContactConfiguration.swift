public import ConstantContactTransport

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// The configuration of a client. Every property has a default that suits the production API.
public struct ConstantContactConfiguration: Sendable {
  /// The base URL of the API. An access token is sent to this scheme, host and port only.
  public var baseURL: URL
  /// The `User-Agent` of the requests. The API refuses some default names, so there is always one.
  public var userAgent: String
  /// The time that one attempt may take; 60 seconds.
  public var attemptTimeout: Duration
  /// The time that a whole call may take, from the token and the rate limit to the last attempt; 5 minutes, at most 366 days.
  ///
  /// Zero or less ends every call with `timedOut` before a request is sent.
  public var deadline: Duration
  /// How often, and after which pauses, a failed attempt is retried.
  public var retry: RetryPolicy
  /// Stops retries while most requests fail.
  public var retryThrottle: RetryThrottle
  /// The requests per second and per day. Clients that use the same API key share one value.
  public var rateLimit: RateLimit
  /// The middlewares that see each call, outermost first.
  public var middlewares: [any HTTPMiddleware]
  /// The observers that receive a record of each attempt.
  public var observers: [any CallObserver]
  /// The source of waiting and dates.
  public var time: TimeSource

  /// The base URL of the production API.
  public static let productionURL = URL(string: "https://api.cc.email/v3").unsafelyUnwrapped  // A literal that parses.

  /// Creates a configuration.
  ///
  /// - Parameters:
  ///   - baseURL: The base URL of the API; `https://api.cc.email/v3` by default.
  ///   - time: The source of waiting and dates; real time by default.
  ///   - rateLimit: Shared by the clients of one API key; by default a new one with the API's documented limits.
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
