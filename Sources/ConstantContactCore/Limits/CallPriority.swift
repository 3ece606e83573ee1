/// The order in which calls that wait for the rate limit are served.
public enum CallPriority: String, Sendable, Hashable, CaseIterable {
  /// Latency-sensitive work, such as a sign-up form. The default.
  case interactive
  /// Imports, replication and syncs. Background calls yield to interactive ones, and leave them the day's reserve.
  case background
}
