internal import ConstantContactCore

/// A post to be made, to any number of profiles.
public struct NewSocialPost: Sendable, Hashable {
  /// What is to be posted, and to which profiles.
  public struct Content: Sendable, Hashable, Encodable {
    /// The text. Whether it is needed depends on the network.
    public var text: String?
    /// The addresses of images that anybody can load, percent-encoded.
    public var imageURLs: [String]
    /// How the post behaves on TikTok.
    public var tikTok: TikTokSettings?
    /// Where it goes. Only a draft may have none.
    public var profiles: [SocialProfileID]

    /// Makes a content.
    public init(
      _ text: String?,
      imageURLs: [String] = [],
      tikTok: TikTokSettings? = nil,
      to profiles: [SocialProfileID]
    ) {
      self.text = text
      self.imageURLs = imageURLs
      self.tikTok = tikTok
      self.profiles = profiles
    }

    enum CodingKeys: String, CodingKey {
      case text, images, settings, profiles
    }

    /// Encodes the content as the service takes it.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(text, forKey: .text)
      if !imageURLs.isEmpty { try container.encode(imageURLs.map { ["url": $0] }, forKey: .images) }
      try container.encodeIfPresent(tikTok.map { ["tiktok": $0] }, forKey: .settings)
      try container.encode(profiles.map { ["profile_id": $0] }, forKey: .profiles)
    }
  }

  /// The post's name in the account; the service makes one up when there is none, and may change what it does not like.
  public var name: String?
  /// What is to be posted.
  public var contents: [Content]

  /// Makes a post.
  public init(name: String? = nil, _ contents: [Content]) {
    self.name = name
    self.contents = contents
  }
}

/// The body of the request that makes a post.
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
