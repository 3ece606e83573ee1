public import ConstantContactCore
public import ConstantContactTransport

/// A profile that a post goes to, and how far the post is there.
public struct SocialPostTarget: APIModel {
  /// The profile. Empty when the service sent none.
  public var profileID: SocialProfileID = ""
  /// Its name.
  public var profileName: String?
  /// The network.
  public var network: SocialNetwork?
  /// The name of the account that owns the profile.
  public var accountUsername: String?
  /// The profile's picture; it may be out of date.
  public var imageURL: String?
  /// The id of this one posting.
  public var campaignActivityID: CampaignActivityID?
  /// How far it is. Property `campaign_activity_status`.
  public var status: SocialPost.Status?
  /// When it will be published, or when its status changed. Property `campaign_activity_status_date`.
  public var statusDate: Timestamp?
  /// What the vendor or the network says about it. Property `campaign_activity_status_message`.
  public var statusMessage: String?
  /// The network's own id of the post, once it is published.
  public var networkPostID: String?
  /// Where the post is, once it is published.
  public var postURL: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("profile_id", &profileID)
    mapper.map("profile_name", &profileName)
    mapper.map("network", &network)
    mapper.map("account_username", &accountUsername)
    mapper.map("image_url", &imageURL)
    mapper.map("campaign_activity_id", &campaignActivityID)
    mapper.map("campaign_activity_status", &status)
    mapper.map("campaign_activity_status_date", &statusDate)
    mapper.map("campaign_activity_status_message", &statusMessage)
    mapper.map("network_post_id", &networkPostID)
    mapper.map("post_url", &postURL)
  }
}

extension SocialPostTarget: Redacting {
  /// The profile's id and the status, without the person.
  public var description: String { "SocialPostTarget(\(profileID), \(status?.rawValue ?? "no status"))" }
}
