public import ConstantContactCore

/// How an e-mail campaign fared: counts of contacts, each counted once.
public struct EmailCampaignSummary: Identifiable, APIModel {
  /// How many contacts did something, or had something done to them.
  public struct UniqueCounts: APIModel {
    /// Were sent to.
    public var sends: Int?
    /// Opened.
    public var opens: Int?
    /// Clicked.
    public var clicks: Int?
    /// Forwarded.
    public var forwards: Int?
    /// Opted out.
    public var optOuts: Int?
    /// Complained of spam.
    public var abuse: Int?
    /// Whose mail came back.
    public var bounces: Int?
    /// Did not open.
    public var notOpened: Int?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("sends", &sends)
      mapper.map("opens", &opens)
      mapper.map("clicks", &clicks)
      mapper.map("forwards", &forwards)
      mapper.map("optouts", &optOuts)
      mapper.map("abuse", &abuse)
      mapper.map("bounces", &bounces)
      mapper.map("not_opened", &notOpened)
    }
  }

  /// Percentages, 0 to 100, over a page's campaigns.
  public struct Percents: APIModel {
    /// Who clicked.
    public var click: Double?
    /// Who opened.
    public var open: Double?
    /// Who did not.
    public var didNotOpen: Double?
    /// Whose mail came back.
    public var bounce: Double?
    /// Who opted out.
    public var unsubscribe: Double?
    /// The fields that the other properties do not hold.
    public var additionalFields = AdditionalFields()

    /// Creates a value without any fields.
    public init() {}

    /// Connects each property with its JSON field.
    public mutating func mapFields(_ mapper: inout FieldMapper) {
      mapper.map("click", &click)
      mapper.map("open", &open)
      mapper.map("did_not_open", &didNotOpen)
      mapper.map("bounce", &bounce)
      mapper.map("unsubscribe", &unsubscribe)
    }
  }

  /// The campaign. Empty when the service sent none.
  public var id: CampaignID = ""
  /// What kind of mail it is, such as `Newsletter`; an open set. The spelling differs from that of campaigns.
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
    mapper.map("campaign_type", &campaignType)
    mapper.map("last_sent_date", &lastSentAt)
    mapper.map("unique_counts", &uniqueCounts)
  }
}
