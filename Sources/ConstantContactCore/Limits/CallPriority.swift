/// Whose turn it is when several calls wait for the rate limit.
public enum CallPriority: String, Sendable, Hashable, CaseIterable {
  /// Somebody waits for it. The default.
  case interactive
  /// Nobody does: imports, replication, syncs. It gives way to the others, and leaves the day's reserve to them.
  case background
}
