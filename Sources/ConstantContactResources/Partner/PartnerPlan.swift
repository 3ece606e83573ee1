public import ConstantContactCore

/// The plan of an account.
public struct PartnerPlan: APIModel {
  /// The usage of one kind, and its price tier.
  public struct Tier: APIModel {
    /// The kind of usage.
    public var usageType: String?
    /// The current usage.
    public var usage: Double?
    /// The tier.
    public var tier: Int?
    /// The lower bound of the tier.
    public var minimum: Double?
    /// The upper bound of the tier.
    public var maximum: Double?
    /// The price.
    public var price: Double?
    /// The currency, such as `USD`.
    public var currency: String?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("usage_type", &usageType)
      mapper.map("current_usage", &usage)
      mapper.map("tier", &tier)
      mapper.map("tier_min", &minimum)
      mapper.map("tier_max", &maximum)
      mapper.map("price", &price)
      mapper.map("currency_code", &currency)
    }
  }

  /// A kind of plan.
  public struct Kind: OpenValue {
    /// The raw API value.
    public let rawValue: String

    /// Creates a value from its raw API string.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A trial. An account cannot go back to a trial.
    public static let trial: Kind = "TRIAL"
    /// Gold.
    public static let gold: Kind = "GOLD"
    /// Silver.
    public static let silver: Kind = "SILVER"
    /// Bronze.
    public static let bronze: Kind = "BRONZE"
  }

  /// The kind of plan.
  public var type: Kind?
  /// The billing status.
  public var billingStatus: PartnerAccount.BillingStatus?
  /// The day of the month on which the account is billed, 1 to 31.
  public var billingDayOfMonth: Int?
  /// The usage and the price tiers.
  public var tiers: [Tier]?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("plan_type", &type)
    mapper.map("billing_status", &billingStatus)
    mapper.map("billing_day_of_month", &billingDayOfMonth)
    mapper.map("current_tiers", &tiers)
  }
}
