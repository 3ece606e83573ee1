internal import ConstantContactCore

/// An account that was created.
public struct ProvisionedAccount: Sendable, Hashable, Decodable {
  /// The account's id.
  public let accountID: AccountID?
  /// The id of its creation, for the vendor's support.
  public let provisionID: String?

  enum CodingKeys: String, CodingKey {
    case accountID = "encoded_account_id"
    case provisionID = "provision_uuid"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    accountID = container[.accountID]
    provisionID = container[.provisionID]
  }
}
