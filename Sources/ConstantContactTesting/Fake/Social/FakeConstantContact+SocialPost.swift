#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension FakeConstantContact {
  /// A social post that requests created. See ``FakeConstantContact/socialPosts``.
  public struct SocialPost: Sendable, Hashable {
    /// The ID, which is the campaign's.
    public let id: String
    /// The name.
    public let name: String?
    /// The status now: `DRAFT`, `SCHEDULED` or `DONE`.
    public let status: String
    /// The date of publication; `nil` for a draft, and for a post that is published at once.
    public let scheduledTime: Date?
    /// The IDs of the profiles, in the order of the request.
    public let profiles: [String]
  }

  /// The social posts so far, oldest first.
  public var socialPosts: [SocialPost] {
    social.posts.map { post in
      SocialPost(
        id: post.id, name: post.name, status: post.status(at: now), scheduledTime: post.scheduledTime,
        profiles: post.parts.flatMap { $0["profiles"]?.array ?? [] }.compactMap { $0["profile_id"]?.string })
    }
  }
}
