#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension RateLimit {
  /// The state of a day's quota.
  public struct DailyQuota: Sendable, Hashable {
    /// The requests sent since 00:00 UTC.
    public let used: Int
    /// The requests that are left.
    public let remaining: Int
    /// When the next quota is available: at 00:00 UTC, or when a refusal of the API ends.
    public let resumesAt: Date
  }
}
