public import ConstantContactCore
public import ConstantContactTransport

/// The account: who owns it and where the organization can be reached.
public struct AccountSummary: Sendable, Hashable, Identifiable, Decodable {
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
  public let id: AccountID
  /// The id of the partner who provisioned the account, where one did. Property `encoded_partner_id`.
  public let partnerID: AccountID?
  /// What can be changed.
  public let details: AccountDetails
  /// The address, where it was asked for and there is one.
  public let physicalAddress: PhysicalAddress?
  /// The logo, where it was asked for and there is one.
  public let companyLogo: AccountLogo?
  /// The properties that were there but could not be read, by the service's names.
  public let unreadableFields: Set<String>

  enum CodingKeys: String, CodingKey {
    case id = "encoded_account_id"
    case partnerID = "encoded_partner_id"
    case physicalAddress = "physical_address"
    case companyLogo = "company_logo"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    partnerID = container[.partnerID]
    physicalAddress = container[.physicalAddress]
    companyLogo = container[.companyLogo]
    details = try AccountDetails(from: decoder)
    unreadableFields = container.malformed.union(details.malformed)
  }
}

extension AccountSummary: Redacting {
  /// The id, without the people.
  public var description: String { "AccountSummary(\(id))" }
}
