public import ConstantContactCore

/// The account's company logo. Property `company_logo`.
public struct AccountLogo: APIModel {
  /// The URL of the image in the account's library. Property `url`.
  public var url: String?
  /// The URL of an image that is hosted elsewhere.
  public var externalURL: String?
  /// The ID of the image in the account's library.
  public var internalID: AccountImageID?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("url", &url)
    mapper.map("external_url", &externalURL)
    mapper.map("internal_id", &internalID)
  }
}
