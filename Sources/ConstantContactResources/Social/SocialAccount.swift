public import ConstantContactCore
public import ConstantContactTransport

/// The account behind a connection to a social network. Field `account_info`.
public struct SocialAccount: APIModel {
  /// The network.
  public var network: SocialNetwork?
  /// The account's ID on the network, which is not a profile's. Field `network_account_id`.
  public var networkAccountID: String?
  /// The name on the network.
  public var username: String?
  /// The display name.
  public var displayName: String?
  /// The URL of the account. Facebook and Instagram do not provide it.
  public var url: String?
  /// The URL of the picture.
  public var imageURL: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("network", &network)
    mapper.map("network_account_id", &networkAccountID)
    mapper.map("username", &username)
    mapper.map("display_name", &displayName)
    mapper.map("account_url", &url)
    mapper.map("image_url", &imageURL)
  }
}

extension SocialAccount: Redacting {
  /// The network, without personal data.
  public var description: String { "SocialAccount(\(network?.rawValue ?? "no network"))" }
}
