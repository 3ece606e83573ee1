/// A time during which no lead is delivered.
struct Pause {
  enum Reason: String, Sendable {
    /// The account has to be reconnected, or lacks a permission.
    case tokens
    /// The connection belongs to another account than the leads.
    case account
    /// The service's settings are wrong: they name a list that the account does not have, for instance.
    case configuration
    /// The requests of the day are used up.
    case quota
    /// The API is unreachable or fails.
    case connection
    /// Results cannot be written to the disk.
    case storage
  }

  let reason: Reason
  /// The end on the monotonic clock.
  let end: Duration
}
