public import ConstantContactCore
public import ConstantContactTransport

/// An account that a partner looks after.
public struct PartnerAccount: Identifiable, APIModel {
  /// How an account's billing stands.
  public struct BillingStatus: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// On trial.
    public static let trial: BillingStatus = "Trial"
    /// Paying.
    public static let open: BillingStatus = "Open"
    /// Cancelled.
    public static let canceled: BillingStatus = "Canceled"
    /// The trial is over.
    public static let trialEnd: BillingStatus = "Trial End"
  }

  /// The account's id. Empty when the service sent none; every operation refuses an empty id.
  public var id: AccountID = ""
  /// The organisation.
  public var organizationName: String?
  /// Its owner.
  public var ownerName: String?
  /// How its billing stands.
  public var billingStatus: BillingStatus?
  /// How many contacts it has.
  public var subscriberCount: Int?
  /// When somebody last logged in.
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
  /// The id, none of the personal data.
  public var description: String { "PartnerAccount(\(id))" }
}
