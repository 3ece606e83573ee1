public import ConstantContactCore
public import ConstantContactTransport

/// An account that a partner looks after.
public struct PartnerAccount: Sendable, Hashable, Identifiable, Decodable {
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
  public let id: AccountID
  /// The organisation.
  public let organizationName: String?
  /// Its owner.
  public let ownerName: String?
  /// How its billing stands.
  public let billingStatus: BillingStatus?
  /// How many contacts it has.
  public let subscriberCount: Int?
  /// When somebody last logged in.
  public let lastLogin: Timestamp?

  enum CodingKeys: String, CodingKey {
    case id = "encoded_account_id"
    case organizationName = "organization_name"
    case ownerName = "site_owner_name"
    case billingStatus = "billing_status"
    case subscriberCount = "subscriber_count"
    case lastLogin = "last_login_date"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    id = container[.id] ?? ""
    organizationName = container[.organizationName]
    ownerName = container[.ownerName]
    billingStatus = container[.billingStatus]
    subscriberCount = container[.subscriberCount]
    lastLogin = container[.lastLogin]
  }
}

extension PartnerAccount: Redacting {
  /// The id, none of the personal data.
  public var description: String { "PartnerAccount(\(id))" }
}
