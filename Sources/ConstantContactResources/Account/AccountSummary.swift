public import ConstantContactCore
public import ConstantContactTransport

/// The account: who owns it and where the organization can be reached.
public struct AccountSummary: Identifiable, APIModel {
  /// What a summary can hold beside the usual.
  public struct Extra: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The address in the footer of e-mails.
    public static let physicalAddress: Extra = "physical_address"
    /// The company's logo.
    public static let companyLogo: Extra = "company_logo"
  }

  /// The account's id. Empty when the service sent none. Property `encoded_account_id`.
  public var id: AccountID = ""
  /// The id of the partner who provisioned the account, where one did. Property `encoded_partner_id`.
  public var partnerID: AccountID?
  /// What can be changed.
  public var details = AccountDetails()
  /// The address, where it was asked for and there is one.
  public var physicalAddress: PhysicalAddress?
  /// The logo, where it was asked for and there is one.
  public var companyLogo: AccountLogo?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("encoded_account_id", &id, .readOnly)
    mapper.map("encoded_partner_id", &partnerID, .readOnly)
    mapper.map("physical_address", &physicalAddress)
    mapper.map("company_logo", &companyLogo)
    // The API keeps them beside the others, not in an object of their own.
    details.mapFields(&mapper)
  }
}

extension AccountSummary: Redacting {
  /// The id, without the people.
  public var description: String { "AccountSummary(\(id))" }
}
