/// Permission to send one request.
package struct RateLimitSlot: Sendable, Hashable {
  let reservation: RateLimitState.Reservation

  /// When the slot was granted, by the limit's time source.
  package let time: Duration
}
