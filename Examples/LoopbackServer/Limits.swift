extension LoopbackServer {
  /// The limits that protect a server from slow, idle and oversized requests.
  public struct Limits: Sendable, Hashable {
    /// The number of open connections; 256. At the limit, a new connection replaces the oldest idle one, or waits.
    public var connections = 256
    /// The size of the request line and the header fields in bytes; 16 KiB.
    public var headBytes = 16 * 1024
    /// The number of header fields; 100.
    public var headerFields = 100
    /// How long the head may take from the start of the connection; 10 seconds.
    public var headTime: Duration = .seconds(10)
    /// The size of the body in bytes; 64 MiB.
    public var bodyBytes = 64 * 1024 * 1024
    /// How long the body may take; 30 seconds.
    public var bodyTime: Duration = .seconds(30)
    /// How long the client may take to receive the response; 60 seconds.
    public var responseTime: Duration = .seconds(60)

    /// Creates the default limits.
    public init() {}
  }
}
