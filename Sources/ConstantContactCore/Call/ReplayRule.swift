/// When a request may be retried without asking the caller.
///
/// The API has no idempotency keys, so each operation states what a second request would do.
public enum ReplayRule: Sendable, Hashable {
  /// Always: a second request changes nothing more. Reads, deletions and full replacements.
  case idempotent
  /// Only when the API has certainly not acted: the request was never sent, or was refused with 401 or 429.
  case onlyIfNotSent
  /// Never, not even then.
  case never
}
