/// The limits and durations of a service.
public struct ServiceSettings: Sendable {
  /// How long a sender waits for its results before the response says that leads are queued; 10 seconds.
  public var respondWithin: Duration = .seconds(10)
  /// The number of leads that may wait in the outbox; 10,000, which is two days' work at 10,000 requests per day.
  public var outboxLimit = 10_000
  /// How long a lead is retried after temporary failures of its own; 3 days. A restart of the process restarts the time.
  /// Leads that wait for tokens, for the quota or for corrected settings are retried without a limit.
  public var giveUpAfter: Duration = .seconds(3 * 86_400)
  /// How long results are kept for requests that are repeated with their key; 7 days.
  public var memory: Duration = .seconds(7 * 86_400)
  /// How long a repeated body without a key is treated as the same request; 1 hour.
  public var bodyMemory: Duration = .seconds(3_600)
  /// How long the service pauses while the account has to be reconnected or the settings to be corrected; 1 minute.
  public var tokenPause: Duration = .seconds(60)

  /// Creates the default settings.
  public init() {}
}
