/// The state of a contact, in place of `status` in the V2 API.
///
/// The V3 API has no such property; it follows from `deleted_at` and `permission_to_send`.
public enum ContactState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Can receive email: the permission is implicit or explicit. V2 has `ACTIVE`.
  case active
  /// Has not confirmed yet. V2 has `UNCONFIRMED`.
  case pending
  /// Opted out. V2 has `OPTOUT`.
  case unsubscribed
  /// Deleted; it keeps its address. V2 has `REMOVED`.
  case deleted
  /// The address is on hold. V2 has no such state.
  case onHold
  /// Neither opted in nor out. V2 has `NON_SUBSCRIBER`.
  case notSet
  /// A permission that the library does not know.
  case other
}
