internal import ConstantContactCore
public import ConstantContactTransport

/// The person or company behind a connection to a social network. Property `account_info`.
public struct SocialAccount: Sendable, Hashable, Decodable {
  /// The network.
  public let network: SocialNetwork?
  /// The account's id on the network; not a profile's. Property `network_account_id`.
  public let networkAccountID: String?
  /// The name on the network.
  public let username: String?
  /// The name as shown.
  public let displayName: String?
  /// Where the account is. Facebook and Instagram do not tell.
  public let url: String?
  /// The picture.
  public let imageURL: String?

  enum CodingKeys: String, CodingKey {
    case network
    case networkAccountID = "network_account_id"
    case username
    case displayName = "display_name"
    case url = "account_url"
    case imageURL = "image_url"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    network = container[.network]
    networkAccountID = container[.networkAccountID]
    username = container[.username]
    displayName = container[.displayName]
    url = container[.url]
    imageURL = container[.imageURL]
  }
}

extension SocialAccount: Redacting {
  /// The network, without the person.
  public var description: String { "SocialAccount(\(network?.rawValue ?? "no network"))" }
}
