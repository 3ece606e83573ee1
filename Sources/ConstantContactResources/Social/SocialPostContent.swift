public import ConstantContactCore

/// One content of a post, and the profiles that it is posted to.
public struct SocialPostContent: Identifiable, APIModel {
  /// An image of a post.
  public struct Image: APIModel {
    /// The image's ID. Field `image_id`.
    public var id: String?
    /// The URL.
    public var url: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("image_id", &id)
      mapper.map("url", &url)
    }
  }

  /// The content's ID. Empty when the response had none. Field `post_content_id`.
  public var id: SocialPostContentID = ""
  /// The text.
  public var text: String?
  /// The images.
  public var images: [Image] = []
  /// The settings by network, then by name. All values are text.
  public var settings: [String: [String: String]]?
  /// The profiles that the content is posted to, and the status on each. Field `profiles`.
  public var targets: [SocialPostTarget] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("post_content_id", &id)
    mapper.map("text", &text)
    mapper.map("images", &images)
    mapper.map("settings", &settings)
    mapper.map("profiles", &targets)
  }
}
