public import ConstantContactCore

/// What an account pays for.
public struct PartnerPlan: APIModel {
  /// What an account uses of something.
  public struct Tier: APIModel {
    /// Of what.
    public var usageType: String?
    /// How much.
    public var usage: Double?
    /// Which tier that is.
    public var tier: Int?
    /// Where the tier begins.
    public var minimum: Double?
    /// Where it ends.
    public var maximum: Double?
    /// What it costs.
    public var price: Double?
    /// In which currency, such as `USD`.
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

  /// A plan.
  public struct Kind: OpenValue {
    /// The service's own text.
    public let rawValue: String

    /// Makes a value from the service's own text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A trial. There is no way back to it.
    public static let trial: Kind = "TRIAL"
    /// Gold.
    public static let gold: Kind = "GOLD"
    /// Silver.
    public static let silver: Kind = "SILVER"
    /// Bronze.
    public static let bronze: Kind = "BRONZE"
  }

  /// Which plan.
  public var type: Kind?
  /// How its billing stands.
  public var billingStatus: PartnerAccount.BillingStatus?
  /// On which day of the month it is billed, 1 to 31.
  public var billingDayOfMonth: Int?
  /// What it uses.
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
