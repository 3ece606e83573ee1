/// How long the service waits, and how much it keeps.
package struct ServiceSettings: Sendable {
  /// How long a sender waits for its report before it is told that leads are queued; 10 seconds.
  package var answerWithin: Duration = .seconds(10)
  /// How many leads may wait in the outbox; 10,000, two days' work at 10,000 requests a day.
  package var outboxLimit = 10_000
  /// When a lead is given up that fails again and again for passing reasons of its own; 3 days after it first did. A new
  /// start of the process measures anew. While the account has to be connected or the quota is spent, no lead is given up.
  package var giveUpAfter: Duration = .seconds(3 * 86_400)
  /// How long reports are kept for senders that repeat a request by its key; 7 days.
  package var memory: Duration = .seconds(7 * 86_400)
  /// How long a repeated body without a key counts as the same request; 1 hour.
  package var bodyMemory: Duration = .seconds(3_600)
  /// How often the account is tried again when it has to be connected; 1 minute.
  package var tokenPause: Duration = .seconds(60)

  /// Makes the default settings.
  package init() {}
}
