public import ConstantContactCore
public import ConstantContactTransport

/// A profile that a post goes to, and how far the post is there.
public struct SocialPostTarget: Sendable, Hashable, Decodable {
  /// The profile. Empty when the service sent none.
  public let profileID: SocialProfileID
  /// Its name.
  public let profileName: String?
  /// The network.
  public let network: SocialNetwork?
  /// The name of the account that owns the profile.
  public let accountUsername: String?
  /// The profile's picture; it may be out of date.
  public let imageURL: String?
  /// The id of this one posting.
  public let campaignActivityID: CampaignActivityID?
  /// How far it is. Property `campaign_activity_status`.
  public let status: SocialPost.Status?
  /// When it will be published, or when its status changed. Property `campaign_activity_status_date`.
  public let statusDate: Timestamp?
  /// What the vendor or the network says about it. Property `campaign_activity_status_message`.
  public let statusMessage: String?
  /// The network's own id of the post, once it is published.
  public let networkPostID: String?
  /// Where the post is, once it is published.
  public let postURL: String?

  enum CodingKeys: String, CodingKey {
    case profileID = "profile_id"
    case profileName = "profile_name"
    case network
    case accountUsername = "account_username"
    case imageURL = "image_url"
    case campaignActivityID = "campaign_activity_id"
    case status = "campaign_activity_status"
    case statusDate = "campaign_activity_status_date"
    case statusMessage = "campaign_activity_status_message"
    case networkPostID = "network_post_id"
    case postURL = "post_url"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    profileID = container[.profileID] ?? ""
    profileName = container[.profileName]
    network = container[.network]
    accountUsername = container[.accountUsername]
    imageURL = container[.imageURL]
    campaignActivityID = container[.campaignActivityID]
    status = container[.status]
    statusDate = container[.statusDate]
    statusMessage = container[.statusMessage]
    networkPostID = container[.networkPostID]
    postURL = container[.postURL]
  }
}

extension SocialPostTarget: Redacting {
  /// The profile's id and the status, without the person.
  public var description: String { "SocialPostTarget(\(profileID), \(status?.rawValue ?? "no status"))" }
}
