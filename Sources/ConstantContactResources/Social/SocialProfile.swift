public import ConstantContactCore
public import ConstantContactTransport

/// A profile on a social network, such as a company's page. Its values may be 15 minutes old.
public struct SocialProfile: Identifiable, APIModel {
  /// The profile's ID. Empty when the response had none.
  public var id: SocialProfileID = ""
  /// The network.
  public var network: SocialNetwork?
  /// Whether the profile is connected. Only connected profiles accept posts.
  public var isConnected: Bool?
  /// Whether the account can currently post to the profile, if requested.
  public var isAccessible: Bool?
  /// The display name.
  public var name: String?
  /// The handle. Some networks have none.
  public var handle: String?
  /// The URL of the profile.
  public var url: String?
  /// The URL of the picture.
  public var imageURL: String?
  /// The network's ID of the profile.
  public var networkProfileID: String?
  /// The network's ID of the user who owns the profile.
  public var networkUserID: String?
  /// The account that the profile belongs to.
  public var account: SocialAccount?
  /// What the network allows a post to do, if access was requested. Only TikTok provides it.
  public var settings: RawJSON?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("profile_id", &id)
    mapper.map("network", &network)
    mapper.map("connected", &isConnected)
    mapper.map("accessible", &isAccessible)
    mapper.map("name", &name)
    mapper.map("handle", &handle)
    mapper.map("url", &url)
    mapper.map("image_url", &imageURL)
    mapper.map("network_profile_id", &networkProfileID)
    mapper.map("network_user_id", &networkUserID)
    mapper.map("account_info", &account)
    mapper.map("settings", &settings)
  }
}

extension SocialProfile: Redacting {
  /// The network and the ID, without personal data.
  public var description: String { "SocialProfile(\(network?.rawValue ?? "no network"), \(id))" }
}
