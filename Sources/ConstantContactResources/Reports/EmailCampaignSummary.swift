public import ConstantContactCore

/// The results of an email campaign, as numbers of contacts.
public struct EmailCampaignSummary: Identifiable, APIModel {
  /// The numbers of contacts, by type of activity.
  public struct UniqueCounts: APIModel {
    /// The contacts that the email was sent to.
    public var sends: Int?
    /// The contacts that opened the email.
    public var opens: Int?
    /// The contacts that clicked a link.
    public var clicks: Int?
    /// The contacts that forwarded the email.
    public var forwards: Int?
    /// The contacts that opted out.
    public var optOuts: Int?
    /// The contacts that reported the email as spam.
    public var abuse: Int?
    /// The contacts whose email bounced.
    public var bounces: Int?
    /// The contacts that did not open the email.
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

  /// The percentages over the campaigns of a page, 0 to 100.
  public struct Percents: APIModel {
    /// The contacts that clicked a link.
    public var click: Double?
    /// The contacts that opened the email.
    public var open: Double?
    /// The contacts that did not open the email.
    public var didNotOpen: Double?
    /// The contacts whose email bounced.
    public var bounce: Double?
    /// The contacts that opted out.
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

  /// The campaign. Empty when the response had none.
  public var id: CampaignID = ""
  /// The type, such as `Newsletter`.
  public var campaignType: CampaignType?
  /// The date of the last send.
  public var lastSentAt: Timestamp?
  /// The numbers of contacts, by type of activity.
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
