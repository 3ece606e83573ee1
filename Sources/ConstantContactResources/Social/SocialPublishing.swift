#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// What is to happen to a new post.
///
/// To the service a scheduled post without a time is one to publish at once. Here that has a name of its own, and nothing else
/// leads to it.
public enum SocialPublishing: Sendable, Hashable {
  /// It is kept, not published.
  case draft
  /// It is published at this time, which must lie in the future.
  case scheduled(at: Date)
  /// **It is published at once, for all to see.** There is no operation that takes it back.
  case publishNow
}
