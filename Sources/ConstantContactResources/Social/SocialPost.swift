public import ConstantContactCore

/// A post as the service has it.
public struct SocialPost: Identifiable, APIModel {
  /// How far a post is.
  public struct Status: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a status from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Kept, not to be published.
    public static let draft: Status = "DRAFT"
    /// To be published at its time.
    public static let scheduled: Status = "SCHEDULED"
    /// Being published.
    public static let executing: Status = "EXECUTING"
    /// Running.
    public static let active: Status = "ACTIVE"
    /// Paused.
    public static let paused: Status = "PAUSED"
    /// Held back.
    public static let suspended: Status = "SUSPENDED"
    /// Removed.
    public static let removed: Status = "REMOVED"
    /// Published.
    public static let done: Status = "DONE"
    /// It could not be published.
    public static let error: Status = "ERROR"
  }

  /// The post's campaign. Empty when the service sent none.
  public var id: CampaignID = ""
  /// Its name.
  public var name: String?
  /// How far it is.
  public var status: Status?
  /// When it is published, while it is scheduled.
  public var scheduledAt: Timestamp?
  /// What is posted where. Property `profile_posts`.
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
