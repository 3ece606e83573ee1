#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Whether and when a new post is published.
///
/// The API publishes a scheduled post without a time immediately. Only ``publishNow`` sends such a post.
public enum SocialPublishing: Sendable, Hashable, Codable {
  /// The post is kept as a draft.
  case draft
  /// The post is published at this time, which must be in the future.
  case scheduled(at: Date)
  /// **The post is published immediately.** The API has no operation that deletes it.
  case publishNow
}
