public import ConstantContactCore
public import ConstantContactTransport

/// A profile that a post is published to, and the status of the post there.
public struct SocialPostTarget: APIModel {
  /// The profile's ID. Empty when the response had none.
  public var profileID: SocialProfileID = ""
  /// The name.
  public var profileName: String?
  /// The network.
  public var network: SocialNetwork?
  /// The user name of the account that owns the profile.
  public var accountUsername: String?
  /// The URL of the profile's picture, which may be outdated.
  public var imageURL: String?
  /// The ID of the campaign activity that publishes to this profile.
  public var campaignActivityID: CampaignActivityID?
  /// The status. Field `campaign_activity_status`.
  public var status: SocialPost.Status?
  /// The date of publication, or of the last status change. Field `campaign_activity_status_date`.
  public var statusDate: Timestamp?
  /// The status message. Field `campaign_activity_status_message`.
  public var statusMessage: String?
  /// The network's ID of the post, once it is published.
  public var networkPostID: String?
  /// The URL of the post, once it is published.
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
  /// The profile's ID and the status, without personal data.
  public var description: String { "SocialPostTarget(\(profileID), \(status?.rawValue ?? "no status"))" }
}
