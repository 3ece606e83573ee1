public import ConstantContactCore
public import ConstantContactTransport

/// A profile on a social network, such as a company's page. What it says may be 15 minutes old.
public struct SocialProfile: Identifiable, APIModel {
  /// The profile's id, by which posts name it. Empty when the service sent none.
  public var id: SocialProfileID = ""
  /// The network.
  public var network: SocialNetwork?
  /// Whether it is connected. Posts can go to connected profiles only.
  public var isConnected: Bool?
  /// Whether the network lets the account post to it now, where that was asked for.
  public var isAccessible: Bool?
  /// The name as shown.
  public var name: String?
  /// The name on the network. Some networks have none.
  public var handle: String?
  /// Where the profile is.
  public var url: String?
  /// The picture.
  public var imageURL: String?
  /// The network's own id of the profile.
  public var networkProfileID: String?
  /// The network's own id of the user who owns the profile.
  public var networkUserID: String?
  /// The account that the profile belongs to.
  public var account: SocialAccount?
  /// What the network lets a post do, where access was asked for and the network says. So far only TikTok does.
  public var settings: JSONValue?
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
  /// The network and the id, without the person.
  public var description: String { "SocialProfile(\(network?.rawValue ?? "no network"), \(id))" }
}
