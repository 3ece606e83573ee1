public import ConstantContactCore

/// A post as the service has it.
public struct SocialPost: Sendable, Hashable, Identifiable, Decodable {
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
  public let id: CampaignID
  /// Its name.
  public let name: String?
  /// How far it is.
  public let status: Status?
  /// When it is published, while it is scheduled.
  public let scheduledAt: Timestamp?
  /// What is posted where. Property `profile_posts`.
  public let contents: [SocialPostContent]
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "campaign_id"
    case name, status
    case scheduledAt = "scheduled_time"
    case contents = "profile_posts"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    name = container[.name]
    status = container[.status]
    scheduledAt = container[.scheduledAt]
    contents = container.array(.contents) ?? []
    unreadableFields = container.malformed
  }
}
