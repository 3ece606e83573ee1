public import ConstantContactCore

/// One content of a post, and the profiles that it goes to.
public struct SocialPostContent: Identifiable, APIModel {
  /// An image of a post.
  public struct Image: APIModel {
    /// The image's id. Property `image_id`.
    public var id: String?
    /// Where it is.
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

  /// The content's id. Empty when the service sent none. Property `post_content_id`.
  public var id: SocialPostContentID = ""
  /// The text.
  public var text: String?
  /// The images.
  public var images: [Image] = []
  /// Settings by network, then by name; all values are text.
  public var settings: [String: [String: String]]?
  /// Where it goes, and how far it is there. Property `profiles`.
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
