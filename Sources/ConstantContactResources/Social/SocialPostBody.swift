internal import ConstantContactCore

/// The body of the request that creates a post.
struct SocialPostBody: Encodable {
  let name: String?
  let contents: [NewSocialPost.Content]
  let status: SocialPost.Status
  let scheduledTime: Timestamp?

  enum CodingKeys: String, CodingKey {
    case name
    case contents = "profile_posts"
    case status
    case scheduledTime = "scheduled_time"
  }
}
