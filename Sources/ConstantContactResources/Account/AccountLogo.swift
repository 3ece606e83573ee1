internal import ConstantContactCore

/// The account's company logo. Property `company_logo`.
public struct AccountLogo: Sendable, Hashable, Decodable {
  /// Where the image is in the account's library. Property `url`.
  public let url: String?
  /// Where the image is when it is hosted elsewhere.
  public let externalURL: String?
  /// The image's id in the account's library.
  public let internalID: String?

  enum CodingKeys: String, CodingKey {
    case url
    case externalURL = "external_url"
    case internalID = "internal_id"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    url = container[.url]
    externalURL = container[.externalURL]
    internalID = container[.internalID]
  }
}
