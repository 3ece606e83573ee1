public import ConstantContactCore

/// A newly created account.
public struct ProvisionedAccount: APIModel {
  /// The account's ID.
  public var accountID: AccountID?
  /// The ID of the provisioning, for Constant Contact's support.
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
