/// A post to create, for any number of profiles.
public struct NewSocialPost: Sendable, Hashable, Codable {
  /// What is posted, and to which profiles.
  public struct Content: Sendable, Hashable, Codable {
    /// The text. Some networks require it.
    public var text: String?
    /// The public, percent-encoded URLs of the images.
    public var imageURLs: [String] {
      get { images?.map(\.url) ?? [] }
      set { images = newValue.isEmpty ? nil : newValue.map(Image.init) }
    }
    /// The settings for TikTok.
    public var tikTok: TikTokSettings? {
      get { settings?.tiktok }
      set { settings = newValue.map(Settings.init) }
    }
    /// The profiles to post to. Only a draft may have none.
    public var profiles: [SocialProfileID] {
      get { targets.map(\.id) }
      set { targets = newValue.map(Target.init) }
    }

    private var images: [Image]?
    private var settings: Settings?
    private var targets: [Target] = []

    /// Creates a content.
    ///
    /// - Parameters:
    ///   - text: The text. Some networks require it.
    ///   - imageURLs: The public, percent-encoded URLs of the images.
    ///   - tikTok: The settings for TikTok.
    ///   - profiles: The profiles to post to. Only a draft may have none.
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
      case text
      case images
      case settings
      case targets = "profiles"
    }

    private struct Image: Hashable, Codable {
      let url: String
    }

    private struct Settings: Hashable, Codable {
      let tiktok: TikTokSettings
    }

    private struct Target: Hashable, Codable {
      let id: SocialProfileID

      enum CodingKeys: String, CodingKey {
        case id = "profile_id"
      }
    }
  }

  /// The post's name in the account. The API generates one when it is `nil`, and may change it.
  public var name: String?
  /// The contents.
  public var contents: [Content]

  /// Creates a post.
  ///
  /// - Parameters:
  ///   - name: The post's name in the account. The API generates one when it is `nil`.
  ///   - contents: The contents.
  public init(name: String? = nil, _ contents: [Content]) {
    self.name = name
    self.contents = contents
  }

  enum CodingKeys: String, CodingKey {
    case name
    case contents = "profile_posts"
  }
}
