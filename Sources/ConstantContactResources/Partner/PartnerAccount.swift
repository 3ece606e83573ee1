public import ConstantContactCore
public import ConstantContactTransport

/// An account of a partner.
public struct PartnerAccount: Identifiable, APIModel {
  /// The billing status of an account.
  public struct BillingStatus: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// On trial.
    public static let trial: BillingStatus = "Trial"
    /// Paying.
    public static let open: BillingStatus = "Open"
    /// Canceled.
    public static let canceled: BillingStatus = "Canceled"
    /// The trial is over.
    public static let trialEnd: BillingStatus = "Trial End"
  }

  /// The account's ID. Empty when the response had none; every operation refuses an empty ID.
  public var id: AccountID = ""
  /// The organization.
  public var organizationName: String?
  /// The name of the owner.
  public var ownerName: String?
  /// The billing status.
  public var billingStatus: BillingStatus?
  /// The number of contacts.
  public var subscriberCount: Int?
  /// The date of the last login.
  public var lastLogin: Timestamp?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("encoded_account_id", &id)
    mapper.map("organization_name", &organizationName)
    mapper.map("site_owner_name", &ownerName)
    mapper.map("billing_status", &billingStatus)
    mapper.map("subscriber_count", &subscriberCount)
    mapper.map("last_login_date", &lastLogin)
  }
}

extension PartnerAccount: Redacting {
  /// The ID, without personal data.
  public var description: String { "PartnerAccount(\(id))" }
}
