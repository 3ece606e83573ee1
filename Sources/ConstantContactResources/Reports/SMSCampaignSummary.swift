public import ConstantContactCore

/// How a campaign of text messages fared: counts of contacts, each counted once.
public struct SMSCampaignSummary: Identifiable, APIModel {
  /// How many contacts did something, or had something done to them.
  public struct UniqueCounts: APIModel {
    /// Were sent to.
    public var sends: Int?
    /// Received it.
    public var delivers: Int?
    /// Opened. Often missing.
    public var opens: Int?
    /// Clicked.
    public var clicks: Int?
    /// Opted out.
    public var optOuts: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("sends", &sends)
      mapper.map("delivers", &delivers)
      mapper.map("opens", &opens)
      mapper.map("clicks", &clicks)
      mapper.map("optouts", &optOuts)
    }
  }

  /// Percentages, 0 to 100, over a page's campaigns.
  public struct Percents: APIModel {
    /// Who received it.
    public var deliver: Double?
    /// Who clicked.
    public var click: Double?
    /// Whose message came back.
    public var bounce: Double?
    /// Who opted out.
    public var unsubscribe: Double?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("deliver", &deliver)
      mapper.map("click", &click)
      mapper.map("bounce", &bounce)
      mapper.map("unsubscribe", &unsubscribe)
    }
  }

  /// The campaign. Empty when the service sent none.
  public var id: CampaignID = ""
  /// Its name.
  public var name: String?
  /// `SMS`; an open set.
  public var campaignType: String?
  /// When it was sent last.
  public var lastSentAt: Timestamp?
  /// How many contacts did what.
  public var uniqueCounts: UniqueCounts?
  /// The fields that the other properties do not hold.
  public var additionalFields = AdditionalFields()

  /// Creates a value without any fields.
  public init() {}

  /// Connects each property with its JSON field.
  public mutating func mapFields(_ mapper: inout FieldMapper) {
    mapper.map("campaign_id", &id)
    mapper.map("campaign_name", &name)
    mapper.map("campaign_type", &campaignType)
    mapper.map("last_sent_date", &lastSentAt)
    mapper.map("unique_counts", &uniqueCounts)
  }
}
