public import ConstantContactCore

/// A social post.
public struct SocialPost: Identifiable, APIModel {
  /// The status of a post.
  public struct Status: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a status from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A draft.
    public static let draft: Status = "DRAFT"
    /// Scheduled.
    public static let scheduled: Status = "SCHEDULED"
    /// Being published.
    public static let executing: Status = "EXECUTING"
    /// Active.
    public static let active: Status = "ACTIVE"
    /// Paused.
    public static let paused: Status = "PAUSED"
    /// Suspended.
    public static let suspended: Status = "SUSPENDED"
    /// Removed.
    public static let removed: Status = "REMOVED"
    /// Published.
    public static let done: Status = "DONE"
    /// Failed.
    public static let error: Status = "ERROR"
  }

  /// The ID of the post's campaign. Empty when the response had none.
  public var id: CampaignID = ""
  /// The name.
  public var name: String?
  /// The status.
  public var status: Status?
  /// The date of publication, while the post is scheduled.
  public var scheduledAt: Timestamp?
  /// The contents and the profiles that they are posted to. Field `profile_posts`.
  public var contents: [SocialPostContent] = []
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_id", &id)
    mapper.map("name", &name)
    mapper.map("status", &status)
    mapper.map("scheduled_time", &scheduledAt)
    mapper.map("profile_posts", &contents)
  }
}
