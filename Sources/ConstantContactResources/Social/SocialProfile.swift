public import ConstantContactCore
public import ConstantContactTransport

/// A profile on a social network, such as a company's page. What it says may be 15 minutes old.
public struct SocialProfile: Sendable, Hashable, Identifiable, Decodable {
  /// The profile's id, by which posts name it. Empty when the service sent none.
  public let id: SocialProfileID
  /// The network.
  public let network: SocialNetwork?
  /// Whether it is connected. Posts can go to connected profiles only.
  public let isConnected: Bool?
  /// Whether the network lets the account post to it now, where that was asked for.
  public let isAccessible: Bool?
  /// The name as shown.
  public let name: String?
  /// The name on the network. Some networks have none.
  public let handle: String?
  /// Where the profile is.
  public let url: String?
  /// The picture.
  public let imageURL: String?
  /// The network's own id of the profile.
  public let networkProfileID: String?
  /// The network's own id of the user who owns the profile.
  public let networkUserID: String?
  /// The account that the profile belongs to.
  public let account: SocialAccount?
  /// What the network lets a post do, where access was asked for and the network says. So far only TikTok does.
  public let settings: JSONValue?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "profile_id"
    case network
    case isConnected = "connected"
    case isAccessible = "accessible"
    case name, handle, url
    case imageURL = "image_url"
    case networkProfileID = "network_profile_id"
    case networkUserID = "network_user_id"
    case account = "account_info"
    case settings
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    network = container[.network]
    isConnected = container[.isConnected]
    isAccessible = container[.isAccessible]
    name = container[.name]
    handle = container[.handle]
    url = container[.url]
    imageURL = container[.imageURL]
    networkProfileID = container[.networkProfileID]
    networkUserID = container[.networkUserID]
    account = container[.account]
    settings = container[.settings]
    unreadableFields = container.malformed
  }
}

extension SocialProfile: Redacting {
  /// The network and the id, without the person.
  public var description: String { "SocialProfile(\(network?.rawValue ?? "no network"), \(id))" }
}
