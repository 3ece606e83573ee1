/// A request's turn.
package struct RateLimitSlot: Sendable, Hashable {
  let grant: RateLimitState.Reservation

  /// When it began, by the clock that all who share the limit go by.
  package var time: Duration { .nanoseconds(grant.stamp) }
}
