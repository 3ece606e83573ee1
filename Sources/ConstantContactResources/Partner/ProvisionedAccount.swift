public import ConstantContactCore

/// An account that was created.
public struct ProvisionedAccount: APIModel {
  /// The account's id.
  public var accountID: AccountID?
  /// The id of its creation, for the vendor's support.
  public var provisionID: String?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("encoded_account_id", &accountID)
    mapper.map("provision_uuid", &provisionID)
  }
}
