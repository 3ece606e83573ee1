internal import ConstantContactCore

/// One content of a post, and the profiles that it goes to.
public struct SocialPostContent: Sendable, Hashable, Identifiable, Decodable {
  /// An image of a post.
  public struct Image: Sendable, Hashable, Decodable {
    /// The image's id. Property `image_id`.
    public let id: String?
    /// Where it is.
    public let url: String?

    enum CodingKeys: String, CodingKey {
      case id = "image_id"
      case url
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      id = container[.id]
      url = container[.url]
    }
  }

  /// The content's id. Empty when the service sent none. Property `post_content_id`.
  public let id: SocialPostContentID
  /// The text.
  public let text: String?
  /// The images.
  public let images: [Image]
  /// Settings by network, then by name; all values are text.
  public let settings: [String: [String: String]]?
  /// Where it goes, and how far it is there. Property `profiles`.
  public let targets: [SocialPostTarget]

  enum CodingKeys: String, CodingKey {
    case id = "post_content_id"
    case text, images, settings
    case targets = "profiles"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    text = container[.text]
    images = container.array(.images) ?? []
    settings = container[.settings]
    targets = container.array(.targets) ?? []
  }
}
