/// How a contact stands towards the account: what V3 has in place of V2's `status`.
///
/// A contact has no such property; it follows from `deleted_at` and `permission_to_send`.
public enum ContactState: String, Sendable, Hashable, CaseIterable {
  /// May be mailed (V2: `ACTIVE`). Permission is implicit or explicit.
  case active
  /// Has been asked to confirm (V2: `UNCONFIRMED`).
  case pending
  /// Has opted out (V2: `OPTOUT`).
  case unsubscribed
  /// Was deleted (V2: `REMOVED`). It still holds its address.
  case deleted
  /// The address is on hold. V2 had no such state.
  case onHold
  /// Neither in nor out (V2: `NON_SUBSCRIBER`).
  case notSet
  /// A permission that the library does not know.
  case other
}
