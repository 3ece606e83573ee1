public import ConstantContactCore

/// What an account pays for.
public struct PartnerPlan: Sendable, Hashable, Decodable {
  /// What an account uses of something.
  public struct Tier: Sendable, Hashable, Decodable {
    /// Of what.
    public let usageType: String?
    /// How much.
    public let usage: Double?
    /// Which tier that is.
    public let tier: Int?
    /// Where the tier begins.
    public let minimum: Double?
    /// Where it ends.
    public let maximum: Double?
    /// What it costs.
    public let price: Double?
    /// In which currency, such as `USD`.
    public let currency: String?

    enum CodingKeys: String, CodingKey {
      case usageType = "usage_type"
      case usage = "current_usage"
      case tier
      case minimum = "tier_min"
      case maximum = "tier_max"
      case price
      case currency = "currency_code"
    }

    /// Decodes whatever is there.
    public init(from decoder: any Decoder) throws {
      var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
      usageType = container[.usageType]
      usage = container[.usage]
      tier = container[.tier]
      minimum = container[.minimum]
      maximum = container[.maximum]
      price = container[.price]
      currency = container[.currency]
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
  public let type: Kind?
  /// How its billing stands.
  public let billingStatus: PartnerAccount.BillingStatus?
  /// On which day of the month it is billed, 1 to 31.
  public let billingDayOfMonth: Int?
  /// What it uses.
  public let tiers: [Tier]?

  enum CodingKeys: String, CodingKey {
    case type = "plan_type"
    case billingStatus = "billing_status"
    case billingDayOfMonth = "billing_day_of_month"
    case tiers = "current_tiers"
  }

  /// Decodes whatever is there.
  public init(from decoder: any Decoder) throws {
    var container = try LenientContainer(decoder, keyedBy: CodingKeys.self)
    type = container[.type]
    billingStatus = container[.billingStatus]
    billingDayOfMonth = container[.billingDayOfMonth]
    tiers = container.array(.tiers)
  }
}
