/// Why nothing is delivered just now, and for how long.
struct Pause {
  enum Reason: String, Sendable {
    /// The account has to be connected again, or lacks what the service needs.
    case tokens
    /// The day's requests are used up.
    case quota
    /// The API is out of reach or out of order.
    case connection
    /// Results cannot be written to the disk.
    case storage
  }

  let reason: Reason
  /// On the clock that does not jump.
  let end: Duration
}
