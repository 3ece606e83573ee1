/// A lead in the queue.
struct QueuedLead: Hashable {
  /// The ID of the request.
  let request: String
  /// The position of the lead in the request, counted from 0.
  let position: Int
  /// The lowercase email address.
  let address: String
  /// The number of failed attempts.
  var attempts = 0
  /// The time of the first failed attempt, on the monotonic clock.
  var failingSince: Duration?
  /// The earliest time of the next attempt, on the monotonic clock.
  var notBefore: Duration = .zero
  /// Whether an attempt may have been interrupted, so that the contact may exist already.
  var mayHaveBeenPushed = false
}
