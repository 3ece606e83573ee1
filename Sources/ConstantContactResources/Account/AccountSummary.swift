public import ConstantContactCore
public import ConstantContactTransport

/// The account: its ID, details, physical address and logo.
public struct AccountSummary: Identifiable, APIModel {
  /// A part that is included on request.
  public struct Part: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a part from its raw API value.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The address in the footer of emails.
    public static let physicalAddress: Part = "physical_address"
    /// The company's logo.
    public static let companyLogo: Part = "company_logo"
  }

  /// The account's ID. Empty when the response had none. Property `encoded_account_id`.
  public var id: AccountID = ""
  /// The ID of the partner that provisioned the account, if any. Property `encoded_partner_id`.
  public var partnerID: AccountID?
  /// The details that can be changed.
  public var details = AccountDetails()
  /// The physical address, if included and set.
  public var physicalAddress: PhysicalAddress?
  /// The logo, if included and set.
  public var companyLogo: AccountLogo?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// The names of all fields: an update is partial, so the API keeps those that a request leaves out.
  static var fieldNames: Set<String> {
    Set(AccountDetails().values.map(\.name)).union(
      ["encoded_account_id", "encoded_partner_id", "physical_address", "company_logo"])
  }

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("encoded_account_id", &id, .readOnly)
    mapper.map("encoded_partner_id", &partnerID, .readOnly)
    mapper.map("physical_address", &physicalAddress)
    mapper.map("company_logo", &companyLogo)
    // In the API the details are members of the summary itself.
    details.mapFields(&mapper)
  }
}

extension AccountSummary: Redacting {
  /// The ID, without personal data.
  public var description: String { "AccountSummary(\(id))" }
}
