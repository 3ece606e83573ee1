/// When a request may be sent again without asking the caller.
///
/// The service knows no idempotency keys, so each operation says what a second arrival would do.
public enum ReplayRule: Sendable, Hashable {
  /// Always: a second arrival changes nothing more. Reads, deletions and full replacements.
  case idempotent
  /// Only when the service has certainly not acted: the request was never sent, or was refused with 401 or 429.
  case onlyIfNotSent
  /// Never, not even then.
  case never
}
